import type { Document } from '../document.ts';
import { createBm25 } from './bm25.ts';
import type { Claim, Concepts } from './claim.ts';
import type { Fit } from './fit.ts';
import { lightStem } from './light-stem.ts';
import { sentenceAt } from './sentence.ts';
import { conceptsByWord, isIdle } from './wording.ts';

/** The claim that shares most with a text, and where in one sentence it does. */
export type Near = { readonly claim: Claim; readonly fit: Fit };

/** Finds the claim nearest to a text by the words they share; undefined when these are few or name no subject of health. */
export type FindNear = (document: Document) => Near | undefined;

/** One word shared is a topic, not a claim; and the words must be telling: their inverse frequencies in the list add up. */
const fewestShared = 2;
const leastTold = 2.5;
/** A claim with one rare word may come before the one that shares the subject. */
const considered = 5;
/** A claim must come this near to the score of a fact that is nearer, or the text may well be true. */
const factLead = 0.85;

/** Ranks claims by BM25 over their wordings and patterns, where words that mean the same are one term. */
export const createFindNear = (claims: readonly Claim[], concepts: Concepts): FindNear => {
  const conceptOf = conceptsByWord(concepts);
  const known = new Map<string, string | undefined>();
  const termOf = (word: string): string | undefined => {
    if (known.has(word)) return known.get(word);
    const bare = word.startsWith('#') ? word.slice(1) : word;
    const stem = lightStem(bare);
    const term = isIdle(bare) || !/[\p{L}\p{N}]{2}/u.test(bare) ? undefined : stem;
    const named = term === undefined ? undefined : (conceptOf.get(term) ?? term);
    if (known.size < mostRemembered) known.set(word, named === '@not' ? undefined : named);
    return named === '@not' ? undefined : named;
  };
  // What is nearest to the fact about a claim is true, however much it shares with the claim.
  const facts = claims.map(({ fact = '' }) => wordsIn(fact, termOf));
  const texts = [...claims.map(claim => termsOf(claim, termOf)), ...facts];
  const index = createBm25(texts.map(terms => [...terms]));
  return document => {
    const terms = document.tokens.map(termOf);
    const said = terms.filter(term => term !== undefined);
    let nearestFact = 0;
    for (const best of index.rank(said, considered)) {
      const claim = claims[best.index];
      if (claim === undefined) nearestFact ||= best.score;
      if (claim === undefined || best.score < factLead * nearestFact) continue;
      const held = texts[best.index];
      const shared = new Set(said.filter(term => held?.has(term)));
      const told = [...shared].reduce((sum, term) => sum + index.idf(term), 0);
      if (shared.size < fewestShared || told < leastTold) continue;
      if (![...shared].some(term => subjects.has(term))) continue;
      const isShared = (at: number) => shared.has(terms[at] ?? '');
      return { claim, fit: densest(document, isShared, at => index.idf(terms[at] ?? '')) };
    }
    return undefined;
  };
};

const mostRemembered = 50_000;

/** The terms of a claim: its words, and those by which its patterns know it. */
const termsOf = (
  { claim, says, match }: Claim,
  termOf: (word: string) => string | undefined,
): ReadonlySet<string> => {
  const terms: (string | undefined)[] = [...wordsIn([claim, ...says].join(' '), termOf)];
  for (const pattern of match)
    for (const part of pattern.split(/[ |]/)) {
      if (/^(?:[>?~!].*)?$/.test(part)) continue;
      if (part.startsWith('@')) terms.push(part);
      else terms.push(...part.replace('=', '').split('_').map(termOf));
    }
  return new Set(terms.filter(term => term !== undefined));
};

const wordsIn = (
  text: string,
  termOf: (word: string) => string | undefined,
): ReadonlySet<string> => {
  const words =
    text
      .toLowerCase()
      .replaceAll('\u2019', "'")
      .match(/[\p{L}\p{N}']+/gu) ?? [];
  return new Set(words.map(termOf).filter(term => term !== undefined));
};

/** The shared words of the sentence in which they weigh most. */
const densest = (
  document: Document,
  isShared: (token: number) => boolean,
  weightOf: (token: number) => number,
): Fit => {
  let [best, most, from, weight]: [number[], number, number, number] = [[], 0, -1, 0];
  let some: number[] = [];
  for (let at = 0; at < document.tokens.length; at++) {
    if (!isShared(at)) continue;
    const sentence = sentenceAt(document, at).from;
    if (sentence !== from) [some, from, weight] = [[], sentence, 0];
    some.push(at);
    weight += weightOf(at);
    if (weight > most) [best, most] = [some, weight];
  }
  const hits = best.map(at => ({ at, length: 1 }));
  return { hits, from: best[0] ?? 0, to: (best.at(-1) ?? 0) + 1 };
};

/** What a health claim is about; a text that shares none of these with it speaks of something else. */
const subjects = new Set(
  (
    '@vax @mrna @covid @flu @autism @cure @cancer @mask @hiv @hcq @ivm @fiveg @emf @diabetes @heart @stroke @detox @dna ' +
    '@fertility @miscarry @immunesys @chip @pharma @allergy @toxin virus infection infect diseas doctor hospital vitamin ' +
    'pandemic immun drug medicin brain blood polio measle measl ebola hpv patient quarantin lockdown outbreak symptom ' +
    'epidemic antibiotic herb fluorid'
  ).split(' '),
);

import { rememberTokens } from '../dictionary.ts';
import type { Document } from '../document.ts';
import type { Claim, Concepts } from './claim.ts';
import type { Fit } from './fit.ts';
import { createNearIndex } from './near-index.ts';
import { createClaimTerms } from './claim-terms.ts';
import type { ClaimTerms } from './claim-terms.ts';
import { sentenceAt } from './sentence.ts';

/** The claim that shares most with a text, where in one sentence it does, and how much. */
export type Near = { readonly claim: Claim; readonly fit: Fit; readonly likeness: Likeness };

/** What text and claim share, where words count by how telling they are (inverse frequencies in the list). */
export type Likeness = {
  /** Of the nearest single wording of the claim, 0 to 1. */
  readonly covered: number;
  /** Of all that the text tells, 0 to 1. */
  readonly share: number;
  /** The score of the claim over that of the nearest fact; facts are true, however much they share with claims. */
  readonly lead: number;
  readonly score: number;
};

/** Finds the claim nearest to a text by the words they share; undefined when none is about the same. */
export type FindNear = (document: Document) => Near | undefined;

/** Where no fact is near, or hardly one. */
export const mostLead = 2;

/** How much a wording that is covered whole adds to the score. */
const wordingGain = 2;

/** Ranks claims by what the words tell that they share with a text in wordings and patterns; words that mean the same are one. */
export const createFindNear = (claims: readonly Claim[], concepts: Concepts): FindNear => {
  const terms = createClaimTerms(concepts);
  const wordings = claims.map(({ claim, says }) => [claim, ...says].map(terms.of));
  const texts = [
    ...claims.map(({ match }, index) =>
      union([...(wordings[index] ?? []), terms.ofPatterns(match)]),
    ),
    ...claims.map(({ fact = '' }) => terms.of(fact)),
  ];
  const denying = claims.map(({ claim }) => denies.test(claim));
  const subjects = terms.subjects();
  const { best, idf } = createNearIndex(texts, terms.count());
  const said = createSaid(terms, idf);

  const likenessTo = (number: number, score: number, fact: number): Likeness | undefined => {
    const held = texts[number];
    const shared = said.terms().filter(term => held?.has(term));
    if (shared.length < fewestShared) return undefined;
    const covered = (wordings[number] ?? []).reduce((most, wording) => {
      let [all, common] = [1, 0];
      for (const term of wording) {
        const told = idf[term] as number;
        all += told;
        if (said.has(term)) common += told;
      }
      return Math.max(most, common / all);
    }, 0);
    const hasSubject = shared.some(term => subjects.has(term));
    if (covered < (hasSubject ? leastCovered : leastWithout)) return undefined;
    const told = shared.reduce((sum, term) => sum + (idf[term] as number), 0);
    return {
      covered,
      share: told / (said.told() + 1),
      lead: fact === 0 ? mostLead : Math.min(mostLead, score / fact),
      score: score * (1 + wordingGain * covered),
    };
  };

  return document => {
    said.read(document);
    const ranked = best(said.terms());
    const fact = ranked.find(({ index }) => index >= claims.length)?.score ?? 0;
    const mayDeny = document.tokens.some(token => denials.has(token));
    let near: { readonly number: number; readonly likeness: Likeness } | undefined;
    for (const { index: number, score } of ranked) {
      if (number >= claims.length || (denying[number] === true && !mayDeny)) continue;
      const likeness = likenessTo(number, score, fact);
      if (likeness !== undefined && likeness.score > (near?.likeness.score ?? 0))
        near = { number, likeness };
    }
    const claim = near === undefined ? undefined : claims[near.number];
    if (near === undefined || claim === undefined) return undefined;
    const held = texts[near.number];
    const weightAt = (at: number) => {
      const term = said.termAt(at);
      return held?.has(term) === true ? (idf[term] as number) : 0;
    };
    return { claim, likeness: near.likeness, fit: densest(document, weightAt) };
  };
};

const union = (sets: readonly ReadonlySet<number>[]): ReadonlySet<number> => {
  const all = new Set<number>();
  for (const set of sets) for (const term of set) all.add(term);
  return all;
};

/** One word shared is a topic, not a claim; and some one way to say it must be near. */
const fewestShared = 2;
const leastCovered = 0.2;
/** Without a shared subject of health more of it. */
const leastWithout = 0.5;

/** "Masks do not work" is not spread by whoever says that masks prevent infection. */
const denies = /\b(?:do|does|cannot|are|is) (?:not|nothing) (?!only|just)|\bcannot\b|\buseless\b/i;

const denials = new Set(
  (
    "not no never don't dont doesn't doesnt didn't didnt isn't isnt aren't arent wasn't won't wont can't cant cannot nobody none " +
    'nothing without useless ineffective pointless worthless fake faked hoax hoaxes scam scams lie lies lied fraud myth joke ' +
    'invented imaginary harmless unneeded unnecessary needless refuse refused stop less exaggerated only just fail fails failed'
  ).split(' '),
);

/** The terms of one text at a time. */
type Said = {
  readonly read: (document: Document) => void;
  /** Each once. */
  readonly terms: () => readonly number[];
  readonly has: (term: number) => boolean;
  /** The term of a token; 0 or less for none that a claim holds. */
  readonly termAt: (token: number) => number;
  /** How much all words of the text tell. */
  readonly told: () => number;
};

/** What a word tells that stands in no claim. */
const unknownTold = 6;

const createSaid = ({ known, count }: ClaimTerms, idf: Float64Array): Said => {
  const termsOf = rememberTokens(known);
  const readIn = new Int32Array(count());
  let terms: number[] = [];
  let [text, told] = [0, 0];
  let numbers: readonly number[] = [];
  let termOf: readonly number[] = [];
  return {
    read: document => {
      text++;
      [terms, told, numbers, termOf] = [[], 0, document.numbers, termsOf(document)];
      for (const number of numbers) {
        const term = termOf[number] as number;
        if (term < 0) told += unknownTold;
        if (term <= 0 || readIn[term] === text) continue;
        readIn[term] = text;
        terms.push(term);
        told += idf[term] as number;
      }
    },
    terms: () => terms,
    has: term => readIn[term] === text,
    termAt: token => termOf[numbers[token] as number] as number,
    told: () => told,
  };
};

/** The shared words of the sentence in which they weigh most. */
const densest = (document: Document, weightAt: (token: number) => number): Fit => {
  let [best, most, from, weight]: [number[], number, number, number] = [[], 0, -1, 0];
  let some: number[] = [];
  for (let at = 0; at < document.tokens.length; at++) {
    const own = weightAt(at);
    if (own === 0) continue;
    const sentence = sentenceAt(document, at).from;
    if (sentence !== from) [some, from, weight] = [[], sentence, 0];
    some.push(at);
    weight += own;
    if (weight > most) [best, most] = [some, weight];
  }
  const hits = best.map(at => ({ at, length: 1 }));
  return { hits, from: best[0] ?? 0, to: (best.at(-1) ?? 0) + 1 };
};

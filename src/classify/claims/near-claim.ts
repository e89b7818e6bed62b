import { rememberTokens } from '../dictionary.ts';
import type { Document } from '../document.ts';
import type { Claim, Concepts } from './claim.ts';
import type { Fit } from './fit.ts';
import { createNearIndex } from './near-index.ts';
import { createClaimTerms } from './claim-terms.ts';
import { sentenceAt } from './sentence.ts';

/** The claim that shares most with a text, where in one sentence it does, and how much. */
export type Near = { readonly claim: Claim; readonly fit: Fit; readonly likeness: Likeness };

/** What text and claim share; `told` adds up how telling the words are (inverse frequencies in the list). */
export type Likeness = {
  readonly words: number;
  readonly told: number;
  /** Of the nearest single wording of the claim, 0 to 1. */
  readonly covered: number;
  /** Of all that the text tells, 0 to 1. */
  readonly share: number;
  /** The score of the claim over that of the nearest fact; facts are true, however much they share with claims. */
  readonly lead: number;
  readonly score: number;
  /** Whether a shared word names a subject of health. */
  readonly hasSubject: boolean;
};

/** Finds the claim nearest to a text by the words they share; undefined when none names the same subject of health. */
export type FindNear = (document: Document) => Near | undefined;

/** Where no fact is near, or hardly one. */
export const mostLead = 2;

/** How much a wording that is covered whole adds to the score. */
const wordingGain = 2;

/** Ranks claims by what the words tell that they share with a text in wordings and patterns; words that mean the same are one. */
export const createFindNear = (claims: readonly Claim[], concepts: Concepts): FindNear => {
  const terms = createClaimTerms(concepts);
  const texts = [...claims.map(terms.ofClaim), ...claims.map(({ fact = '' }) => terms.of(fact))];
  const wordings = claims.map(({ claim, says }) =>
    [claim, ...says].map(wording => Int32Array.from(terms.of(wording))),
  );
  const subjects = terms.subjects();
  const index = createNearIndex(texts, terms.count());
  const termOf = rememberTokens(terms.known);
  let room = new Int32Array(256);
  let inText = new Int32Array(terms.count());
  let turn = 0;
  return document => {
    const known = termOf(document);
    const { numbers } = document;
    if (room.length < numbers.length) room = new Int32Array(2 * numbers.length);
    turn++;
    let count = 0;
    let mass = 0;
    for (const number of numbers) {
      const term = known[number] as number;
      if (term < 0) mass += unknownTold;
      if (term <= 0 || inText[term] === turn) continue;
      inText[term] = turn;
      room[count++] = term;
      mass += index.idf[term] as number;
    }
    const sumOf = (list: Iterable<number>, of: (term: number) => boolean) => {
      let sum = 0;
      for (const term of list) if (of(term)) sum += index.idf[term] as number;
      return sum;
    };
    let fact = 0;
    let near: { claim: Claim; number: number; likeness: Likeness } | undefined;
    const ranked = index.best(room, count);
    for (const { index: text, score } of ranked) if (text >= claims.length) fact ||= score;
    for (const { index: number, score } of ranked) {
      const claim = claims[number];
      const held = texts[number];
      if (claim === undefined || held === undefined) continue;
      let words = 0;
      let told = 0;
      let hasSubject = false;
      for (let at = 0; at < count; at++) {
        const term = room[at] as number;
        if (!held.has(term)) continue;
        words++;
        told += index.idf[term] as number;
        hasSubject ||= subjects.has(term);
      }
      if (words < fewestShared) continue;
      let covered = 0;
      for (const wording of wordings[number] ?? []) {
        const all = sumOf(wording, () => true);
        const shared = sumOf(wording, term => inText[term] === turn);
        covered = Math.max(covered, shared / (all + 1));
      }
      const best = score * (1 + wordingGain * covered);
      if (near !== undefined && best <= near.likeness.score) continue;
      const lead = fact === 0 ? mostLead : Math.min(mostLead, score / fact);
      near = {
        claim,
        number,
        likeness: { words, told, covered, share: told / (mass + 1), lead, score: best, hasSubject },
      };
    }
    if (near === undefined) return undefined;
    const held = texts[near.number];
    const weightAt = (at: number) => {
      const term = known[numbers[at] as number] as number;
      return term > 0 && held?.has(term) === true ? (index.idf[term] as number) : 0;
    };
    return { claim: near.claim, likeness: near.likeness, fit: densest(document, weightAt) };
  };
};

/** One word shared is a topic, not a claim. */
const fewestShared = 2;
/** What a word tells that stands in no claim. */
const unknownTold = 6;

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

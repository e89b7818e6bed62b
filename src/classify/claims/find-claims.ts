import type { Document } from '../document.ts';
import type { Claim, Concepts } from './claim.ts';
import { fit } from './fit.ts';
import type { Fit, NumberedPattern } from './fit.ts';
import { readPattern } from './pattern.ts';
import type { Pattern } from './pattern.ts';
import { sentenceAt } from './sentence.ts';
import type { Stem } from './stem.ts';
import { createTermIndex } from './term-index.ts';
import type { Hit } from './term-index.ts';
import { patternOfWording, synonymsOf } from './wording.ts';

/** A claim that a text speaks of, and where; whether it supports it is another question. */
export type Found = {
  readonly claim: Claim;
  readonly fit: Fit;
  readonly sure: boolean;
  /** How telling the fit is: rare words close together weigh most. */
  readonly weight: number;
};

/** Finds the claims that a text speaks of, once for every pattern that fits, the surest and most telling first. */
export type FindClaims = (document: Document) => readonly Found[];

/**
 * Compiles claims into one index: a text is read once, each group of terms it holds counts toward the patterns that need
 * it, and only patterns with all groups present are looked at closely.
 */
export const createFindClaims = (
  claims: readonly Claim[],
  concepts: Concepts,
  stem: Stem,
): FindClaims => {
  const index = createTermIndex(stem);
  const synonyms = synonymsOf(concepts, stem);
  const patterns = claims.flatMap((claim, number) =>
    patternsOf(claim, concepts, stem, synonyms).map(pattern => ({
      ...pattern,
      claim: number,
      breadth: pattern.needs.map(group => group.length),
      needs: pattern.needs.map(index.number),
      bans: pattern.bans.map(index.number),
    })),
  );
  const patternsWith = inverted(patterns, index.size());
  const weights = patterns.map(({ needs, breadth }) =>
    needs.reduce((sum, group, at) => {
      const common = (patternsWith[group]?.length ?? 1) * (breadth[at] ?? 1);
      return sum + Math.log(patterns.length / common);
    }, 0),
  );
  const counts = new Uint8Array(patterns.length);
  return document => {
    const hits = new Map<number, Hit[]>();
    index.scan(document, (group, hit) => {
      const held = hits.get(group);
      if (held) held.push(hit);
      else hits.set(group, [hit]);
    });
    return countUp(hits.keys(), patternsWith, patterns, counts)
      .flatMap(number => fitOf(number, patterns, hits, document, claims, weights))
      .toSorted((a, b) => Number(b.sure) - Number(a.sure) || b.weight - a.weight);
  };
};

const patternsOf = (
  claim: Claim,
  concepts: Concepts,
  stem: Stem,
  synonyms: ReturnType<typeof synonymsOf>,
): readonly Pattern[] => [
  ...claim.match.map(notation => readPattern(notation, concepts, stem)),
  ...[claim.claim, ...claim.says]
    .map(wording => patternOfWording(wording, synonyms, concepts, stem))
    .filter(pattern => pattern !== undefined),
];

const inverted = (
  patterns: readonly NumberedPattern[],
  groups: number,
): readonly (readonly number[])[] => {
  const lists: number[][] = Array.from({ length: groups }, () => []);
  for (const [number, pattern] of patterns.entries())
    for (const group of pattern.needs) lists[group]?.push(number);
  return lists;
};

const countUp = (
  groups: Iterable<number>,
  patternsWith: readonly (readonly number[])[],
  patterns: readonly NumberedPattern[],
  counts: Uint8Array,
): readonly number[] => {
  const candidates: number[] = [];
  counts.fill(0);
  for (const group of groups)
    for (const number of patternsWith[group] ?? []) {
      const count = (counts[number] ?? 0) + 1;
      counts[number] = count;
      const pattern = patterns[number];
      if (pattern && count === pattern.needs.length - pattern.spare) candidates.push(number);
    }
  return candidates;
};

const fitOf = (
  number: number,
  patterns: readonly NumberedPattern[],
  hits: ReadonlyMap<number, readonly Hit[]>,
  document: Document,
  claims: readonly Claim[],
  weights: readonly number[],
): readonly Found[] => {
  const pattern = patterns[number];
  const claim = claims[pattern?.claim ?? -1];
  if (pattern === undefined || claim === undefined) return [];
  const hitsOf = (group: number) => hits.get(group) ?? [];
  const fitted = fit(pattern, hitsOf, at => sentenceAt(document, at));
  if (fitted === undefined) return [];
  const weight = (weights[number] ?? 0) - looseness * (fitted.to - fitted.from);
  return [{ claim, fit: fitted, sure: pattern.sure, weight }];
};

/** What a token between the words of a claim takes from the trust in its fit. */
const looseness = 0.15;

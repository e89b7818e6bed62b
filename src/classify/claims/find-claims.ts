import type { Document } from '../document.ts';
import type { Claim, Concepts } from './claim.ts';
import { fit } from './fit.ts';
import type { Fit } from './fit.ts';
import { readPattern } from './pattern.ts';
import { createPatternIndex } from './pattern-index.ts';
import { sentenceAt } from './sentence.ts';
import { conceptsByWord, patternOfWording } from './wording.ts';

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

/** Compiles claims into one index of their patterns and of all ways to say them. */
export const createFindClaims = (claims: readonly Claim[], concepts: Concepts): FindClaims => {
  const conceptOf = conceptsByWord(concepts);
  const patterns = claims.flatMap((claim, number) =>
    [
      ...claim.match.map(readPattern),
      ...[claim.claim, ...claim.says].map(wording => patternOfWording(wording, conceptOf)),
    ].flatMap(pattern => (pattern === undefined ? [] : [[number, pattern] as const])),
  );
  const candidatesIn = createPatternIndex(patterns, concepts);
  return document => {
    const { patterns, hits } = candidatesIn(document);
    if (patterns.length === 0) return [];
    const found: Found[] = [];
    for (const pattern of patterns) {
      const claim = claims[pattern.claim];
      const fitted = fit(pattern, hits.of, at => sentenceAt(document, at));
      if (fitted === undefined || claim === undefined) continue;
      const weight = pattern.weight - looseness * (fitted.to - fitted.from);
      found.push({ claim, fit: fitted, sure: pattern.sure, weight });
    }
    return found.toSorted((a, b) => Number(b.sure) - Number(a.sure) || b.weight - a.weight);
  };
};

/** What a token between the words of a claim takes from the trust in its fit. */
const looseness = 0.15;

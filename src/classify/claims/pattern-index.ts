import type { Document } from '../document.ts';
import type { Concepts } from './claim.ts';
import type { NumberedPattern } from './fit.ts';
import { lightStem } from './light-stem.ts';
import type { Pattern } from './pattern.ts';

import { commonness } from './stem-commonness.ts';
import { createTermIndex } from './term-index.ts';
import type { Hits } from './term-index.ts';

/** A pattern of a claim, with how telling its groups are. */
export type WeighedPattern = NumberedPattern & {
  readonly weight: number;
  /** What it needs, narrow groups first: most texts lack one of those. */
  readonly rarest: readonly number[];
};

/** The patterns whose groups all stand in a text, and where the groups stand. */
export type Candidates = {
  readonly patterns: readonly WeighedPattern[];
  readonly hits: Hits;
};

/**
 * Finds the patterns that a text may fit, in one pass. Every pattern sleeps until its rarest group is met for the first
 * time; only then are its other groups looked for. So the index is ready at once, and texts about something else stay cheap.
 */
export const createPatternIndex = (
  patterns: readonly (readonly [claim: number, pattern: Pattern])[],
  concepts: Concepts,
): ((document: Document) => Candidates) => {
  const index = createTermIndex(concepts);
  const frequencyOf = createFrequencyOf(concepts);
  const uses = new Map<number, number>();
  // By the numbers of their groups, without holes: an array is read ten times as fast as a map.
  const asleep: Sleeping[][] = [];
  const awake: WeighedPattern[][] = [];

  for (const [claim, pattern] of patterns) {
    const needs = pattern.needs.map(index.number);
    for (const group of needs) uses.set(group, (uses.get(group) ?? 0) + 1);
    const keys = keysOf(pattern, needs, frequencyOf);
    const sleeping = { claim, pattern, needs, keys, isAwake: false };
    for (const key of keys) {
      listAt(asleep, key).push(sleeping);
      index.watch(key);
    }
  }

  const wake = (sleeping: Sleeping) => {
    if (sleeping.isAwake) return;
    sleeping.isAwake = true;
    const { claim, pattern, needs, keys } = sleeping;
    let weight = 0;
    const bans = pattern.bans.map(index.number);
    for (const group of needs) {
      const common = (uses.get(group) ?? 1) * index.breadth(group);
      weight += Math.log(patterns.length / common);
    }
    const often = pattern.needs.map(frequencyOf);
    const rarest = needs
      .map((group, at) => ({ group, often: often[at] ?? 0 }))
      .toSorted((a, b) => a.often - b.often)
      .map(({ group }) => group);
    const woken = { ...pattern, claim, needs, rarest, bans, weight };
    for (const key of keys) listAt(awake, key).push(woken);
  };

  const wakeAll = (key: number) => {
    const sleepers = asleep[key];
    if (sleepers === undefined || sleepers.length === 0) return;
    asleep[key] = [];
    for (const sleeping of sleepers) wake(sleeping);
  };

  return document => {
    const hits = index.scan(document);
    const found: WeighedPattern[] = [];
    for (const key of hits.keys) {
      wakeAll(key);
      const patterns = awake[key];
      if (patterns === undefined) continue;
      for (let at = 0; at < patterns.length; at++) {
        const pattern = patterns[at] as WeighedPattern;
        if (mayFit(pattern, hits) && (pattern.spare === 0 || !found.includes(pattern)))
          found.push(pattern);
      }
    }
    return { patterns: found, hits };
  };
};

const listAt = <Item>(lists: Item[][], at: number): Item[] => {
  while (lists.length <= at) lists.push([]);
  return lists[at] as Item[];
};

/** Whether all groups that a pattern needs stand somewhere in the text. */
const mayFit = ({ rarest, spare }: WeighedPattern, hits: Hits): boolean => {
  let missing = 0;
  for (let at = 0; at < rarest.length; at++)
    if (!hits.has(rarest[at] as number) && ++missing > spare) return false;
  return true;
};

/** A pattern of which only its rarest groups are looked for. */
type Sleeping = {
  readonly claim: number;
  readonly pattern: Pattern;
  readonly needs: readonly number[];
  readonly keys: readonly number[];
  isAwake: boolean;
};

/**
 * The groups that come along least often, as far as can be told without looking: one more than may be missing, so that
 * one of them stands in every text that fits.
 */
const keysOf = (
  { needs: written, spare }: Pattern,
  needs: readonly number[],
  frequencyOf: (written: string) => number,
): readonly number[] => {
  if (spare === 0) {
    let [key, least] = [0, Infinity];
    for (let at = 0; at < written.length; at++) {
      const group = written[at] as string;
      // A group comes along at least once for each of its terms, so broader ones need not be reckoned.
      if (breadthOf(group) >= least) continue;
      const often = frequencyOf(group);
      if (often < least) [key, least] = [at, often];
    }
    return [needs[key] ?? 0];
  }
  const often = written.map(frequencyOf);
  return needs
    .map((group, at) => ({ group, often: often[at] ?? 0 }))
    .sort((a, b) => a.often - b.often)
    .slice(0, spare + 1)
    .map(({ group }) => group);
};

/** How many terms a group has at least. */
const breadthOf = (written: string): number => {
  let terms = 1;
  for (let at = written.indexOf('|'); at >= 0; at = written.indexOf('|', at + 1)) terms++;
  return terms;
};

/** How often groups come along; the same writing is reckoned once. */
const createFrequencyOf = (concepts: Concepts): ((written: string) => number) => {
  const known = new Map<string, number>();
  const frequencyOf = (written: string): number => {
    const held = known.get(written);
    if (held !== undefined) return held;
    const named = written.startsWith('@') ? concepts[written.slice(1)] : undefined;
    const terms = named ?? (written.includes('|') ? written.split('|') : undefined);
    const often =
      terms === undefined
        ? ofTerm(written)
        : terms.reduce((sum, term) => sum + frequencyOf(term), 0);
    known.set(written, often);
    return often;
  };
  return frequencyOf;
};

/** A phrase is rare, whatever its words. */
const ofTerm = (term: string): number =>
  /[\s_-]/.test(term) ? 1 : commonness(lightStem(term.replace(/^=/, '')));

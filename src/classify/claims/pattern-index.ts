import type { Document } from '../document.ts';
import type { Concepts } from './claim.ts';
import type { NumberedPattern } from './fit.ts';
import type { Pattern } from './pattern.ts';
import type { Hits } from './hit-log.ts';
import { createTermIndex } from './term-index.ts';

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
  const uses = new Map<number, number>();
  // By the numbers of their groups, without holes: an array is read ten times as fast as a map.
  const asleep: Sleeping[][] = [];
  const awake: WeighedPattern[][] = [];

  for (const [claim, pattern] of patterns) {
    const needs = pattern.needs.map(index.number);
    for (const group of needs) uses.set(group, (uses.get(group) ?? 0) + 1);
    const keys = keysOf(pattern, needs, concepts);
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
    for (const group of [...needs, ...bans]) index.watch(group);
    for (const group of needs) {
      const common = (uses.get(group) ?? 1) * index.breadth(group);
      weight += Math.log(patterns.length / common);
    }
    const rarest = needs.toSorted((a, b) => index.breadth(a) - index.breadth(b));
    const woken = { ...pattern, claim, needs, rarest, bans, weight };
    for (const key of keys) listAt(awake, key).push(woken);
  };

  const wakeAll = (groups: readonly number[]): boolean => {
    let hasWoken = false;
    for (const group of groups) {
      const sleepers = asleep[group];
      if (sleepers === undefined || sleepers.length === 0) continue;
      for (const sleeping of sleepers) wake(sleeping);
      asleep[group] = [];
      hasWoken = true;
    }
    return hasWoken;
  };

  return document => {
    let hits = index.scan(document);
    if (wakeAll(hits.groups)) hits = index.scan(document);
    const found: WeighedPattern[] = [];
    for (const group of hits.groups) {
      const patterns = awake[group];
      if (patterns === undefined) continue;
      for (const pattern of patterns)
        if (mayFit(pattern, hits) && (pattern.spare === 0 || !found.includes(pattern)))
          found.push(pattern);
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
  for (const group of rarest) if (!hits.has(group) && ++missing > spare) return false;
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
 * The groups with the fewest terms, which are the rarest in texts as far as can be told without looking: one more than may
 * be missing, so that one of them stands in every text that fits.
 */
const keysOf = (
  { needs: written, spare }: Pattern,
  needs: readonly number[],
  concepts: Concepts,
): readonly number[] => {
  const sizes = written.map(group => sizeOf(group, concepts));
  if (spare === 0) {
    let key = 0;
    for (let at = 1; at < sizes.length; at++)
      if ((sizes[at] as number) < (sizes[key] as number)) key = at;
    return [needs[key] ?? 0];
  }
  return needs
    .map((group, at) => ({ group, size: sizes[at] ?? 0 }))
    .sort((a, b) => a.size - b.size)
    .slice(0, spare + 1)
    .map(({ group }) => group);
};

const sizeOf = (written: string, concepts: Concepts): number => {
  const named = written.startsWith('@') ? concepts[written.slice(1)] : undefined;
  if (named !== undefined) return named.length;
  let terms = 1;
  for (let at = 0; at < written.length; at++)
    if (written[at] === '|') terms++;
    else if (written[at] === '@') terms += conceptSize;
  return terms;
};

/** About what a concept holds; exactness does not matter when it is one of several. */
const conceptSize = 20;

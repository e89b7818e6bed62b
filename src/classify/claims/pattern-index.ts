import type { Document } from '../document.ts';
import type { Concepts } from './claim.ts';
import type { NumberedPattern } from './fit.ts';
import type { Pattern } from './pattern.ts';
import { createTermIndex } from './term-index.ts';
import type { Hit } from './term-index.ts';

/** A pattern of a claim, with how telling its groups are. */
export type WeighedPattern = NumberedPattern & { readonly weight: number };

/** The patterns whose groups all stand in a text, and where the groups stand. */
export type Candidates = {
  readonly patterns: readonly WeighedPattern[];
  readonly hits: ReadonlyMap<number, readonly Hit[]>;
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
  const asleep = new Map<number, Sleeping[]>();
  const awake = new Map<number, number[]>();
  const all: WeighedPattern[] = [];

  for (const [claim, pattern] of patterns) {
    const needs = pattern.needs.map(index.number);
    for (const group of needs) uses.set(group, (uses.get(group) ?? 0) + 1);
    const key = keyOf(pattern, needs, concepts);
    const held = asleep.get(key);
    if (held) held.push({ claim, pattern, needs });
    else asleep.set(key, [{ claim, pattern, needs }]);
    index.watch(key);
  }

  const wake = ({ claim, pattern, needs }: Sleeping) => {
    const number = all.length;
    let weight = 0;
    const bans = pattern.bans.map(index.number);
    for (const group of [...needs, ...bans]) index.watch(group);
    for (const group of needs) {
      const common = (uses.get(group) ?? 1) * index.breadth(group);
      weight += Math.log(patterns.length / common);
      const held = awake.get(group);
      if (held) held.push(number);
      else awake.set(group, [number]);
    }
    all.push({ ...pattern, claim, needs, bans, weight });
  };

  const wakeAll = (hits: ReadonlyMap<number, readonly Hit[]>): boolean => {
    const keys = [...hits.keys()].filter(group => asleep.has(group));
    for (const key of keys) {
      for (const pattern of asleep.get(key) ?? []) wake(pattern);
      asleep.delete(key);
    }
    return keys.length > 0;
  };

  const counts = new Uint8Array(patterns.length);
  return document => {
    let hits = index.scan(document);
    if (wakeAll(hits)) hits = index.scan(document);
    const found: WeighedPattern[] = [];
    counts.fill(0);
    for (const group of hits.keys())
      for (const number of awake.get(group) ?? []) {
        const count = (counts[number] ?? 0) + 1;
        counts[number] = count;
        const pattern = all[number];
        if (pattern && count === pattern.needs.length - pattern.spare) found.push(pattern);
      }
    return { patterns: found, hits };
  };
};

/** A pattern of which only the rarest group is looked for. */
type Sleeping = {
  readonly claim: number;
  readonly pattern: Pattern;
  readonly needs: readonly number[];
};

/** The group with the fewest terms, which is the rarest in texts as far as can be told without looking. */
const keyOf = (pattern: Pattern, needs: readonly number[], concepts: Concepts): number => {
  let key = 0;
  let fewest = Infinity;
  for (const [at, written] of pattern.needs.entries()) {
    const terms = sizeOf(written, concepts);
    if (terms < fewest) [key, fewest] = [needs[at] ?? 0, terms];
  }
  return key;
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

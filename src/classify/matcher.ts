import { commonness } from './common-words.ts';
import type { Element, Pattern } from './pattern.ts';
import { border } from './words.ts';
import type { Words } from './words.ts';

/** Where a pattern was found: the words from `start` up to but not including `end`. */
export type Found<Owner> = {
  readonly owner: Owner;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
};

/** A pattern with the element at which the search for it starts: its rarest words. */
type Anchored<Owner> = {
  readonly owner: Owner;
  readonly before: Pattern;
  readonly from: Pattern;
};

export type Matcher<Owner> = (words: Words) => readonly Found<Owner>[];

/**
 * Compiles patterns to one pass over a text: each word is looked up once, and a pattern is tried only where its rarest
 * word stands. Gaps are bounded and positions are sets, so the time grows with the length of the text and no faster.
 */
export const compileMatcher = <Owner>(
  patterns: readonly {
    readonly pattern: Pattern;
    readonly owner: Owner;
    readonly source: string;
  }[],
): Matcher<Owner> => {
  const exact = new Map<string, Anchored<Owner>[]>();
  const beginnings = new Map<string, Anchored<Owner>[]>();
  for (const { pattern, owner, source } of patterns) {
    const { anchored, words } = anchor(pattern, owner, source);
    for (const word of words.exact) put(exact, word, anchored);
    for (const beginning of words.beginnings) put(beginnings, beginning, anchored);
  }
  const tried = lookup(exact, beginnings);
  return words => {
    const found: Found<Owner>[] = [];
    for (let at = 0; at < words.list.length; at++) {
      const here = tried(words.list[at] ?? '');
      if (here === undefined) continue;
      for (const { owner, before, from } of here) {
        const ends = walk(from, [at], words.list, 1);
        if (ends.length === 0) continue;
        const starts = walk(before, [at], words.list, -1);
        if (starts.length === 0) continue;
        const sentence = words.sentences[at] ?? 0;
        found.push({ owner, start: Math.max(...starts), end: Math.min(...ends), sentence });
      }
    }
    return found;
  };
};

const put = <V>(map: Map<string, V[]>, key: string, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** Folds the `begin*` words into the exact ones as they are met, so that each word costs one look-up. */
const lookup = <V>(exact: ReadonlyMap<string, V[]>, beginnings: ReadonlyMap<string, V[]>) => {
  const longest = Math.max(0, ...[...beginnings.keys()].map(beginning => beginning.length));
  const shortest = Math.min(...[...beginnings.keys()].map(beginning => beginning.length));
  let met = new Map<string, readonly V[] | undefined>();
  return (word: string): readonly V[] | undefined => {
    if (met.has(word)) return met.get(word);
    const all = [...(exact.get(word) ?? [])];
    if (/^\d/.test(word)) all.push(...(exact.get(anyNumber) ?? []));
    for (let length = shortest; length <= Math.min(longest, word.length); length++)
      all.push(...(beginnings.get(word.slice(0, length)) ?? []));
    const result = all.length > 0 ? all : undefined;
    if (met.size > mostMet) met = new Map();
    met.set(word, result);
    return result;
  };
};

/** About 4 MB of remembered words; a stream of ever new words starts afresh. */
const mostMet = 50_000;

/** Under this key stand the patterns that begin with a number. */
const anyNumber = '#';

type Firsts = { readonly exact: Iterable<string>; readonly beginnings: readonly string[] };

const anchor = <Owner>(pattern: Pattern, owner: Owner, source: string) => {
  let best: { index: number; words: Firsts; cost: number } | undefined;
  for (const [index, element] of pattern.entries()) {
    const words = firstsOf([element]);
    if (words === undefined) continue;
    let cost = words.beginnings.length * 3;
    for (const word of words.exact) cost += commonness(word);
    if (best === undefined || cost < best.cost) best = { index, words, cost };
  }
  if (best === undefined) throw new Error(`no word to start the search from in: ${source}`);
  const { index, words } = best;
  const anchored = { owner, before: pattern.slice(0, index), from: pattern.slice(index) };
  return { anchored, words };
};

/** The words with which a row can begin; undefined when it can begin with anything. */
const firstsOf = (pattern: Pattern): Firsts | undefined => {
  const [first, ...rest] = pattern;
  if (first === undefined || first.kind === 'gap') return undefined;
  if (first.kind === 'number') return { exact: [anyNumber], beginnings: [] };
  if (first.kind === 'words') return { exact: first.words, beginnings: first.beginnings };
  const ways = first.ways.map(way => firstsOf(way.length === 0 ? rest : [...way, ...rest]));
  const exact = new Set<string>();
  const beginnings: string[] = [];
  for (const way of ways) {
    if (way === undefined) return undefined;
    for (const word of way.exact) exact.add(word);
    beginnings.push(...way.beginnings);
  }
  return { exact, beginnings };
};

type Direction = 1 | -1;

/** The places where a pattern can stop when it starts at one of `places`, read forwards or backwards. */
const walk = (
  pattern: Pattern,
  places: readonly number[],
  list: readonly string[],
  direction: Direction,
): readonly number[] => {
  let reached = places;
  for (let step = 0; step < pattern.length && reached.length > 0; step++) {
    const element = pattern[direction === 1 ? step : pattern.length - 1 - step];
    if (element) reached = stepOver(element, reached, list, direction);
  }
  return reached;
};

const stepOver = (
  element: Element,
  places: readonly number[],
  list: readonly string[],
  direction: Direction,
): readonly number[] => {
  const reached: number[] = [];
  const reach = (place: number) => {
    if (!reached.includes(place)) reached.push(place);
  };
  for (const place of places) {
    const word = list[direction === 1 ? place : place - 1];
    switch (element.kind) {
      case 'words':
        if (word !== undefined && isOneOf(word, element)) reach(place + direction);
        break;
      case 'number':
        if (word !== undefined && isBetween(word, element)) reach(place + direction);
        break;
      case 'gap':
        for (let skip = 0; skip <= element.most; skip++) {
          reach(place + skip * direction);
          const next = list[direction === 1 ? place + skip : place - 1 - skip];
          if (next === undefined || next === border) break;
        }
        break;
      case 'either':
        for (const way of element.ways)
          for (const end of walk(way, [place], list, direction)) reach(end);
        break;
      default:
        element satisfies never;
    }
  }
  return reached;
};

const isOneOf = (word: string, { words, beginnings }: Extract<Element, { kind: 'words' }>) =>
  words.has(word) || beginnings.some(beginning => word.startsWith(beginning));

const isBetween = (word: string, { least, most }: Extract<Element, { kind: 'number' }>) => {
  const code = word.charCodeAt(0);
  if (code < 48 || code > 57) return false;
  const value = Number.parseFloat(word);
  return value >= least && value <= most;
};

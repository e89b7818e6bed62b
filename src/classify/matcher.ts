import { commonness } from './common-words.ts';
import type { Pattern } from './pattern.ts';
import { holds } from './vocabulary.ts';
import type { Vocabulary, WordBits, WordClass } from './vocabulary.ts';

/** A pattern made ready: cut at its rarest words, from which it is read forwards and backwards. */
export type Compiled = {
  readonly trigger: Trigger;
  readonly before: readonly Step[];
  readonly from: readonly Step[];
};

/** The words at which a pattern is tried. */
export type Trigger = { readonly words: number | undefined; readonly number: boolean };

/** Where a pattern was found: the words from `start` up to but not including `end`. */
export type Found = { readonly start: number; readonly end: number };

type Step =
  | { readonly kind: 'words'; readonly words: number }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'either'; readonly ways: readonly (readonly Step[])[] };

/** Compiles a pattern; throws when it has no word from which the search could start. */
export const compile = (pattern: Pattern, vocabulary: Vocabulary, source: string): Compiled => {
  const { index, firsts } = anchor(pattern, source);
  const steps = stepsOf(pattern, vocabulary);
  const words =
    firsts.words.size + firsts.beginnings.length > 0 ? vocabulary.classOf(firsts) : undefined;
  const trigger = { words, number: firsts.hasNumber };
  return { trigger, before: steps.slice(0, index).toReversed(), from: steps.slice(index) };
};

const stepsOf = (pattern: Pattern, vocabulary: Vocabulary): readonly Step[] =>
  pattern.map(element => {
    if (element.kind === 'words') return { kind: 'words', words: vocabulary.classOf(element) };
    if (element.kind === 'either')
      return { kind: 'either', ways: element.ways.map(way => stepsOf(way, vocabulary)) };
    return element;
  });

type Firsts = WordClass & { readonly hasNumber: boolean };

const anchor = (pattern: Pattern, source: string): { index: number; firsts: Firsts } => {
  let best: { index: number; firsts: Firsts; cost: number } | undefined;
  for (const [index, element] of pattern.entries()) {
    const firsts = firstsOf([element]);
    if (firsts === undefined) continue;
    let cost = firsts.beginnings.length * 3 + (firsts.hasNumber ? 30 : 0);
    for (const word of firsts.words) cost += commonness(word);
    if (best === undefined || cost < best.cost) best = { index, firsts, cost };
  }
  if (best === undefined) throw new Error(`no word to start the search from in: ${source}`);
  return best;
};

/** The words with which a row can begin; undefined when it can begin with anything. */
const firstsOf = (pattern: Pattern): Firsts | undefined => {
  const [first, ...rest] = pattern;
  if (first === undefined || first.kind === 'gap') return undefined;
  if (first.kind === 'number') return { words: new Set(), beginnings: [], hasNumber: true };
  if (first.kind === 'words') return { ...first, hasNumber: false };
  const words = new Set<string>();
  const beginnings: string[] = [];
  let hasNumber = false;
  for (const way of first.ways) {
    const firsts = firstsOf(way.length === 0 ? rest : [...way, ...rest]);
    if (firsts === undefined) return undefined;
    for (const word of firsts.words) words.add(word);
    beginnings.push(...firsts.beginnings);
    hasNumber ||= firsts.hasNumber;
  }
  return { words, beginnings, hasNumber };
};

export const isTrigger = ({ words, number }: Trigger, word: WordBits): boolean =>
  (words !== undefined && holds(word, words)) || (number && word.value >= 0);

/**
 * Tries a pattern at one place. The places that it can reach are bits, counted from there, so that nothing is
 * allocated and a pattern that could match in many ways costs no more than one; it reaches at most 30 words either way.
 */
export const tryAt = (
  { before, from }: Compiled,
  words: readonly WordBits[],
  at: number,
): Found | undefined => {
  const ends = walk(from, 1, words, at, 1);
  if (ends === 0) return undefined;
  const starts = walk(before, 1, words, at, -1);
  if (starts === 0) return undefined;
  return { start: at - lowest(starts), end: at + lowest(ends) };
};

const lowest = (mask: number): number => 31 - Math.clz32(mask & -mask);

type Direction = 1 | -1;

const walk = (
  steps: readonly Step[],
  mask: number,
  words: readonly WordBits[],
  at: number,
  direction: Direction,
): number => {
  let reached = mask;
  for (const step of steps) {
    reached = stepOver(step, reached, words, at, direction);
    if (reached === 0) return 0;
  }
  return reached;
};

const stepOver = (
  step: Step,
  mask: number,
  words: readonly WordBits[],
  at: number,
  direction: Direction,
): number => {
  switch (step.kind) {
    case 'either': {
      let reached = 0;
      for (const way of step.ways) {
        const steps = direction === 1 || way.length < 2 ? way : way.toReversed();
        reached |= walk(steps, mask, words, at, direction);
      }
      return reached;
    }
    case 'gap': {
      let reached = mask;
      let front = mask;
      for (let skipped = 0; skipped < step.most && front !== 0; skipped++) {
        front = advance(anyWord, front, words, at, direction);
        reached |= front;
      }
      return reached;
    }
    case 'words':
    case 'number':
      return advance(step, mask, words, at, direction);
    default:
      return step satisfies never;
  }
};

const anyWord = { kind: 'any' } as const;

/** Moves every place on by one word where that word fits. */
const advance = (
  step: Extract<Step, { kind: 'words' | 'number' }> | typeof anyWord,
  mask: number,
  words: readonly WordBits[],
  at: number,
  direction: Direction,
): number => {
  let reached = 0;
  for (let left = mask & 0x3fffffff; left !== 0; left &= left - 1) {
    const bit = lowest(left);
    const word = words[direction === 1 ? at + bit : at - bit - 1];
    if (word !== undefined && fits(step, word)) reached |= 1 << (bit + 1);
  }
  return reached;
};

const fits = (
  step: Extract<Step, { kind: 'words' | 'number' }> | typeof anyWord,
  word: WordBits,
): boolean => {
  if (step.kind === 'words') return holds(word, step.words);
  if (step.kind === 'number') return word.value >= step.least && word.value <= step.most;
  return !word.isBorder;
};

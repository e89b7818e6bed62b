import { commonness } from './common-words.ts';
import type { Element, Pattern } from './pattern.ts';
import { backwards, forwards, lowest, walk, write } from './program.ts';
import type { Program, Stretch } from './program.ts';
import { border, holds, isHeld } from './vocabulary.ts';
import type { Vocabulary, WordBits, WordClass } from './vocabulary.ts';

/** A pattern made ready: cut at its rarest words, from which it is read forwards and backwards. */
export type Compiled = {
  readonly trigger: Trigger;
  /** Classes of which the trigger's sentence must hold a word each; most tries end here. */
  readonly needs: readonly number[];
  readonly before: Stretch;
  readonly from: Stretch;
};

/** The words at which a pattern is tried. */
export type Trigger = { readonly words: number | undefined; readonly number: boolean };

/** Where a pattern was found: the words from `start` up to but not including `end`. */
export type Found = { readonly start: number; readonly end: number };

/** Compiles a pattern into a program; throws when it has no word from which the search could start. */
export const compile = (
  pattern: Pattern,
  vocabulary: Vocabulary,
  program: Program,
  source: string,
): Compiled => {
  const { index, firsts } = anchor(pattern, source);
  const words =
    firsts.words.size + firsts.beginnings.length > 0 ? vocabulary.classOf(firsts) : undefined;
  return {
    trigger: { words, number: firsts.hasNumber },
    needs: needsOf(pattern, index, vocabulary),
    before: write(pattern.slice(0, index), backwards, program, vocabulary),
    from: write(pattern.slice(index), forwards, program, vocabulary),
  };
};

/** A pattern that a border runs through could fit over two sentences, and needs nothing of one. */
const needsOf = (pattern: Pattern, anchor: number, vocabulary: Vocabulary): readonly number[] => {
  const last = pattern.length - 1;
  const runsOn = pattern.some(
    (element, index) =>
      hasBorder(element) &&
      (element.kind === 'either' || index === anchor || (index > 0 && index < last)),
  );
  if (runsOn) return [];
  return pattern.flatMap((element, index) =>
    element.kind === 'words' && index !== anchor ? [vocabulary.classOf(element)] : [],
  );
};

const hasBorder = (element: Element): boolean => {
  if (element.kind === 'words') return element.words.has(border);
  return element.kind === 'either' && element.ways.some(way => way.some(hasBorder));
};

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

/** Tries a pattern at one place. */
export const tryAt = (
  { before, from }: Compiled,
  program: Program,
  words: readonly WordBits[],
  at: number,
): Found | undefined => {
  const ends = walk(program, from.start, from.end, 1, words, at, forwards);
  if (ends === 0) return undefined;
  const starts = walk(program, before.start, before.end, 1, words, at, backwards);
  if (starts === 0) return undefined;
  return { start: at - lowest(starts), end: at + lowest(ends) };
};

/** Whether the classes that a pattern needs are all among those of a sentence. */
export const areHeld = (needs: readonly number[], held: Uint32Array): boolean => {
  for (const need of needs) if (!isHeld(held, need)) return false;
  return true;
};

import type { Element, Pattern } from './pattern.ts';
import { isHeld } from './vocabulary.ts';
import type { Vocabulary, WordBits } from './vocabulary.ts';

/**
 * Patterns as one long row of numbers, which is walked in half the time that it takes to follow objects.
 * `word class`, `number n` (the limits stand in `least` and `most`), `gap most`, and `either end` with its ways behind,
 * each as `end of this way` and its steps.
 */
export type Program = {
  readonly code: number[];
  readonly least: number[];
  readonly most: number[];
};

/** The steps from one place of the program up to another. */
export type Stretch = { readonly start: number; readonly end: number };

const word = 0;
const number = 1;
const gap = 2;
const either = 3;

export const forwards = 1;
export const backwards = -1;
export type Direction = typeof forwards | typeof backwards;

/** Writes a row in the order in which it will be read. */
export const write = (
  pattern: Pattern,
  direction: Direction,
  program: Program,
  vocabulary: Vocabulary,
): Stretch => {
  const start = program.code.length;
  const elements = direction === forwards ? pattern : pattern.toReversed();
  for (const element of elements) writeElement(element, direction, program, vocabulary);
  return { start, end: program.code.length };
};

const writeElement = (
  element: Element,
  direction: Direction,
  program: Program,
  vocabulary: Vocabulary,
): void => {
  const { code, least, most } = program;
  switch (element.kind) {
    case 'words':
      code.push(word, vocabulary.classOf(element));
      break;
    case 'number':
      code.push(number, least.push(element.least) - 1);
      most.push(element.most);
      break;
    case 'gap':
      code.push(gap, element.most);
      break;
    case 'either': {
      const end = code.push(either, 0) - 1;
      for (const way of element.ways) {
        const wayEnd = code.push(0) - 1;
        code[wayEnd] = write(way, direction, program, vocabulary).end;
      }
      code[end] = code.length;
      break;
    }
    default:
      element satisfies never;
  }
};

/**
 * Where a stretch leads from the places in `mask`. Places are bits, counted from `at`, so that nothing is allocated and
 * a pattern that could match in many ways costs no more than one; it reaches at most 30 words either way.
 */
export const walk = (
  program: Program,
  start: number,
  end: number,
  mask: number,
  words: readonly WordBits[],
  at: number,
  direction: Direction,
): number => {
  const { code } = program;
  let reached = mask;
  let step = start;
  while (step < end && reached !== 0) {
    const argument = code[step + 1] as number;
    switch (code[step]) {
      case word:
        reached = overWord(argument, reached, words, at, direction);
        step += 2;
        break;
      case number:
        reached = overNumber(program, argument, reached, words, at, direction);
        step += 2;
        break;
      case gap:
        reached = overGap(argument, reached, words, at, direction);
        step += 2;
        break;
      default:
        reached = overEither(program, step + 2, argument, reached, words, at, direction);
        step = argument;
    }
  }
  return reached;
};

/** Of the places before which a word could stand; the last bit is of no use, since one more is needed to move on. */
const movable = 0x3fffffff;

const overEither = (
  program: Program,
  start: number,
  end: number,
  mask: number,
  words: readonly WordBits[],
  at: number,
  direction: Direction,
): number => {
  const { code } = program;
  // From one place, nearly every way ends at its first word: that is seen without walking.
  const isOne = (mask & (mask - 1)) === 0 && mask <= movable && mask > 0;
  const bit = 31 - Math.clz32(mask);
  const next = isOne ? words[direction === forwards ? at + bit : at - bit - 1] : undefined;
  let reached = 0;
  for (let way = start; way < end;) {
    const first = way + 1;
    way = code[way] as number;
    if (first === way) reached |= mask;
    else if (isOne && code[first] === word) {
      if (next === undefined || !isHeld(next.bits, code[first + 1] as number)) continue;
      const moved = mask << 1;
      reached |=
        first + 2 === way ? moved : walk(program, first + 2, way, moved, words, at, direction);
    } else reached |= walk(program, first, way, mask, words, at, direction);
  }
  return reached;
};

/** Moves every place on by one word where that word fits. */
const overWord = (
  wanted: number,
  mask: number,
  words: readonly WordBits[],
  at: number,
  direction: Direction,
): number => {
  let reached = 0;
  for (let left = mask & movable; left !== 0; left &= left - 1) {
    const bit = lowest(left);
    const next = words[direction === forwards ? at + bit : at - bit - 1];
    if (next !== undefined && isHeld(next.bits, wanted)) reached |= 1 << (bit + 1);
  }
  return reached;
};

const overNumber = (
  { least, most }: Program,
  limits: number,
  mask: number,
  words: readonly WordBits[],
  at: number,
  direction: Direction,
): number => {
  let reached = 0;
  for (let left = mask & movable; left !== 0; left &= left - 1) {
    const bit = lowest(left);
    const value = words[direction === forwards ? at + bit : at - bit - 1]?.value ?? Number.NaN;
    if (value >= (least[limits] as number) && value <= (most[limits] as number))
      reached |= 1 << (bit + 1);
  }
  return reached;
};

/** Skips up to `most` words, but no border. */
const overGap = (
  most: number,
  mask: number,
  words: readonly WordBits[],
  at: number,
  direction: Direction,
): number => {
  let reached = mask;
  let front = mask;
  for (let skipped = 0; skipped < most && front !== 0; skipped++) {
    let moved = 0;
    for (let left = front & movable; left !== 0; left &= left - 1) {
      const bit = lowest(left);
      const next = words[direction === forwards ? at + bit : at - bit - 1];
      if (next !== undefined && !next.isBorder) moved |= 1 << (bit + 1);
    }
    front = moved;
    reached |= front;
  }
  return reached;
};

/** The nearest of the places that were reached. */
export const lowest = (mask: number): number => 31 - Math.clz32(mask & -mask);

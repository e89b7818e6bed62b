import { classesOf } from './lexicon.ts';
import type { Vocabulary } from './lexicon.ts';
import type { Needs } from './needs.ts';
import { startsWithStem } from './phrase.ts';
import type { Choice, Phrase, Step } from './phrase.ts';
import { wordKinds } from './word-kinds.ts';
import type { Names } from './word-kinds.ts';
import type { Tokens } from './tokens.ts';

export type Matcher = {
  /** The token after the shortest match that starts at `at`; undefined when there is none. */
  readonly endOf: (phrase: Phrase, at: number) => number | undefined;
  /** The classes and kinds that the word at a place can begin, apart from classes that any word can. */
  readonly mayBegin: (at: number) => ReadonlySet<string>;
  /** Whether all that a phrase needs stands in the sentence of a place. */
  readonly holds: (needs: Needs, at: number) => boolean;
  /** Whether the token at a place begins something of the class. */
  readonly isA: (name: string, at: number) => boolean;
};

const none: readonly number[] = [];

/**
 * Matches phrases against one text. What a class matches at a place is worked out once, and a phrase is followed along
 * all its ways at the same time, so the cost grows with the text and the widths of the gaps, and with nothing else.
 */
export const matcherOf = (
  { words, sentences, sentenceOf, ...others }: Tokens,
  vocabulary: Vocabulary,
  names: Names,
): Matcher => {
  const tokens: Tokens = { words, sentences, sentenceOf, ...others };
  const remembered = new Map<string, (readonly number[] | undefined)[]>();
  const single: (ReadonlySet<string> | undefined)[] = [];
  const beginning: (ReadonlySet<string> | undefined)[] = [];
  const contents: (ReadonlySet<string> | undefined)[] = [];
  const marks = words.map(isMark);
  let from = 0;
  let to = 0;

  const mayBegin = (at: number): ReadonlySet<string> => {
    const before = beginning[at];
    if (before) return before;
    const word = words[at] ?? '';
    const found = new Set((single[at] ??= classesOf(word, vocabulary)));
    for (const name of vocabulary.firsts.get(word) ?? []) found.add(name);
    for (const [name, kind] of wordKinds) if (kind(tokens, at, names)) found.add(name);
    // What is added while a set is gone through is gone through as well, so this follows the leads to their end.
    for (const name of found) for (const next of vocabulary.leads.get(name) ?? []) found.add(next);
    return (beginning[at] = found);
  };

  /** The words of a sentence, and with an @ the classes that they can begin. */
  const contentsOf = (sentence: number): ReadonlySet<string> => {
    const found = new Set<string>();
    const { from: first, to: last } = sentences[sentence] ?? { from: 0, to: 0 };
    for (let at = first; at < last; at++) {
      found.add(words[at] ?? '');
      for (const name of mayBegin(at)) found.add(`@${name}`);
    }
    return found;
  };

  const classEnds = (name: string, at: number): readonly number[] => {
    let known = remembered.get(name);
    if (!known) remembered.set(name, (known = []));
    const before = known[at];
    if (before) return before;
    // A class that leads back to itself at the same place finds nothing there, instead of going round for ever.
    known[at] = none;
    return (known[at] = findClass(name, at));
  };

  const findClass = (name: string, at: number): readonly number[] => {
    const beginnings = mayBegin(at);
    if (!beginnings.has(name) && !vocabulary.open.has(name)) return none;
    if (wordKinds.has(name)) return [at + 1];
    const lexicon = vocabulary.classes.get(name);
    const word = words[at];
    if (!lexicon || word === undefined) return none;
    const isSingle = (single[at] ??= classesOf(word, vocabulary)).has(name);
    const phrases = lexicon.byFirst.get(word);
    const ends: number[] = isSingle ? [at + 1] : [];
    if (lexicon.kinds.some(kind => beginnings.has(kind))) add(ends, at + 1);
    if (phrases) for (const phrase of phrases) join(ends, rowEnds(phrase, at));
    for (const phrase of lexicon.rest) join(ends, rowEnds(phrase, at));
    return ends.length === 0 ? none : ends;
  };

  const rowEnds = (row: Phrase, start: number): readonly number[] => {
    let places: readonly number[] = [start];
    for (const step of row) {
      const next: number[] = [];
      for (const place of places) advance(step, place, next);
      if (next.length === 0) return none;
      places = next;
    }
    return places;
  };

  /** Adds to `ends` where a step that starts at `at` can end. */
  const advance = (step: Step, at: number, ends: number[]): void => {
    switch (step.kind) {
      case 'word':
        if (at < to && words[at] === step.text) add(ends, at + 1);
        return;
      case 'class':
        if (at < to) join(ends, classEnds(step.name, at));
        return;
      case 'either':
        if (at < to) choose(step, at, ends);
        else for (const one of step.rest) advance(one, at, ends);
        return;
      case 'row':
        return join(ends, rowEnds(step.of, at));
      case 'maybe':
        add(ends, at);
        return advance(step.step, at, ends);
      case 'not': {
        const found: number[] = [];
        advance(step.step, at, found);
        if (found.length === 0) add(ends, at);
        return;
      }
      case 'gap':
        add(ends, at);
        for (let end = at + 1; end <= Math.min(at + step.most, to); end++) {
          if (!step.crosses && marks[end - 1]) return;
          add(ends, end);
        }
        return;
      case 'start':
        if (at === from) add(ends, at);
        return;
      case 'end':
        if (at === to || (at === to - 1 && marks[at])) add(ends, at);
        return;
      default:
        return step satisfies never;
    }
  };

  const choose = (choice: Choice, at: number, ends: number[]): void => {
    const word = words[at] ?? '';
    if (choice.words.has(word) || startsWithStem(word, choice.stems)) add(ends, at + 1);
    for (const name of choice.classes) join(ends, classEnds(name, at));
    for (const step of choice.rest) advance(step, at, ends);
  };

  /** What is matched at a place lies in the sentence of that place. */
  const enter = (at: number): void => {
    const sentence = sentences[sentenceOf[at] ?? -1];
    from = sentence?.from ?? at;
    to = sentence?.to ?? at;
  };

  return {
    endOf: (phrase, at) => {
      enter(at);
      const ends = rowEnds(phrase, at);
      return ends.length === 0 ? undefined : ends.reduce((a, b) => Math.min(a, b));
    },
    mayBegin,
    holds: (needs, at) => {
      const sentence = sentenceOf[at] ?? 0;
      const there = (contents[sentence] ??= contentsOf(sentence));
      return needs.every(need => need.some(one => there.has(one)));
    },
    isA: (name, at) => {
      enter(at);
      return classEnds(name, at).length > 0;
    },
  };
};

const add = (ends: number[], end: number): void => {
  if (!ends.includes(end)) ends.push(end);
};

const join = (ends: number[], more: readonly number[]): void => {
  for (const end of more) add(ends, end);
};

const isMark = (word: string): boolean => word.length <= 2 && !/[\p{L}\p{N}$%'"]/u.test(word);

import type { Phrase, Step } from './phrase.ts';
import { wordKinds } from './word-kinds.ts';
import type { Names } from './word-kinds.ts';
import type { Tokens } from './tokens.ts';

/** A class of words and phrases, ready to be looked up: single words by hash, phrases by their first word. */
export type Lexicon = {
  readonly words: ReadonlySet<string>;
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
  /** Phrases that do not begin with a plain word. */
  readonly others: readonly Phrase[];
};

/** Sorts the phrases of a class by how they begin. */
export const lexiconOf = (phrases: readonly Phrase[]): Lexicon => {
  const words = new Set<string>();
  const byFirst = new Map<string, Phrase[]>();
  const others: Phrase[] = [];
  for (const phrase of phrases) {
    const firsts = wordsOf(phrase[0]);
    if (!firsts) others.push(phrase);
    for (const first of firsts ?? [])
      if (phrase.length === 1) words.add(first);
      else byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  return { words, byFirst, others };
};

/** The plain words that a step stands for; undefined when it stands for anything else. */
const wordsOf = (step: Step | undefined): readonly string[] | undefined => {
  if (step?.kind === 'word') return [step.text];
  if (step?.kind !== 'either') return undefined;
  const words = step.of.flatMap(one => (one.kind === 'word' ? [one.text] : []));
  return words.length === step.of.length ? words : undefined;
};

export type Matcher = {
  /** The token after the shortest match that starts at `at`; undefined when there is none. */
  readonly endOf: (phrase: Phrase, at: number) => number | undefined;
  /** Whether the token at a place begins something of the class. */
  readonly isA: (name: string, at: number) => boolean;
};

/** Matches phrases against one text; what a class matches at a place is worked out once. */
export const matcherOf = (
  tokens: Tokens,
  lexicons: ReadonlyMap<string, Lexicon>,
  names: Names,
): Matcher => {
  const remembered = new Map<string, (readonly number[] | undefined)[]>();

  const classEnds = (name: string, at: number): readonly number[] => {
    let known = remembered.get(name);
    if (!known) remembered.set(name, (known = []));
    const before = known[at];
    if (before) return before;
    // A class that leads back to itself at the same place finds nothing there, instead of going round for ever.
    known[at] = [];
    return (known[at] = findClass(name, at));
  };

  const findClass = (name: string, at: number): readonly number[] => {
    const kind = wordKinds.get(name);
    if (kind) return kind(tokens, at, names) ? [at + 1] : [];
    const lexicon = lexicons.get(name);
    const word = tokens.words[at];
    if (!lexicon || word === undefined) return [];
    const ends = lexicon.words.has(word) ? [at + 1] : [];
    for (const phrase of [...(lexicon.byFirst.get(word) ?? []), ...lexicon.others])
      ends.push(...phraseEnds(phrase, at));
    return ends.length > 1 ? [...new Set(ends)] : ends;
  };

  const phraseEnds = (phrase: Phrase, at: number): readonly number[] => {
    const { from, to } = tokens.sentences[tokens.sentenceOf[at] ?? -1] ?? { from: at, to: at };
    return rowEnds(phrase, at, from, to);
  };

  const rowEnds = (row: Phrase, at: number, from: number, to: number): readonly number[] => {
    let places: readonly number[] = [at];
    for (const step of row) {
      const next = new Set<number>();
      for (const place of places) for (const end of stepEnds(step, place, from, to)) next.add(end);
      if (next.size === 0) return [];
      places = [...next];
    }
    return places;
  };

  const stepEnds = (step: Step, at: number, from: number, to: number): readonly number[] => {
    switch (step.kind) {
      case 'start':
        return at === from ? [at] : [];
      case 'end':
        return at === to || (at === to - 1 && isMark(tokens.words[at])) ? [at] : [];
      case 'not':
        return stepEnds(step.step, at, from, to).length === 0 ? [at] : [];
      case 'maybe':
        return [at, ...stepEnds(step.step, at, from, to)];
      case 'gap':
        return gapEnds(at, to, step.most, step.crosses);
      case 'either':
        return step.of.flatMap(one => stepEnds(one, at, from, to));
      case 'row':
        return rowEnds(step.of, at, from, to);
      case 'word':
        return at < to && tokens.words[at] === step.text ? [at + 1] : [];
      case 'stem':
        return at < to && tokens.words[at]?.startsWith(step.text) ? [at + 1] : [];
      case 'class':
        return at < to ? classEnds(step.name, at).filter(end => end <= to) : [];
      default:
        return step satisfies never;
    }
  };

  const gapEnds = (at: number, to: number, most: number, crosses: boolean): readonly number[] => {
    const ends = [at];
    for (let end = at + 1; end <= Math.min(at + most, to); end++) {
      if (!crosses && isMark(tokens.words[end - 1])) break;
      ends.push(end);
    }
    return ends;
  };

  return {
    isA: (name, at) => classEnds(name, at).length > 0,
    endOf: (phrase, at) => {
      const ends = phraseEnds(phrase, at);
      return ends.length === 0 ? undefined : ends.reduce((a, b) => Math.min(a, b));
    },
  };
};

const isMark = (word: string | undefined): boolean =>
  word !== undefined && /^[^\p{L}\p{N}$%'"]$/u.test(word);

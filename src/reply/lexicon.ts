import { stemsOf } from './phrase.ts';
import type { Phrase, Stems } from './phrase.ts';
import { startsOf } from './starts.ts';

/** A class of words and phrases, as it was written. */
export type Lexicon = {
  readonly words: ReadonlySet<string>;
  readonly stems: readonly string[];
  /** Classes that belong to this one as a whole. */
  readonly classes: readonly string[];
  /** Longer phrases by the word that they begin with. */
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
  /** Phrases that begin with anything but plain words. */
  readonly rest: readonly Phrase[];
};

/** Sorts the phrases of a class by how they begin. */
export const lexiconOf = (phrases: readonly Phrase[]): Lexicon => {
  const words = new Set<string>();
  const stems: string[] = [];
  const classes: string[] = [];
  const byFirst = new Map<string, Phrase[]>();
  const rest: Phrase[] = [];
  for (const phrase of phrases) {
    const [first] = phrase;
    const alone = phrase.length === 1;
    const starts = firstWords(phrase);
    if (alone && first?.kind === 'class') classes.push(first.name);
    else if (alone && first?.kind === 'either' && first.rest.length === 0) {
      for (const word of first.words) words.add(word);
      stems.push(...first.stems.set);
      classes.push(...first.classes);
    } else if (!starts) rest.push(phrase);
    else
      for (const start of starts)
        if (alone) words.add(start);
        else byFirst.set(start, [...(byFirst.get(start) ?? []), phrase]);
  }
  return { words, stems, classes, byFirst, rest };
};

/** The plain words that a phrase can begin with; undefined when it can begin with anything else. */
const firstWords = ([first]: Phrase): readonly string[] | undefined => {
  if (first?.kind === 'word') return [first.text];
  if (first?.kind !== 'either') return undefined;
  const { words, stems, classes, rest } = first;
  return stems.set.size + classes.length + rest.length === 0 ? [...words] : undefined;
};

/** All classes together: what one word belongs to is found at once, and only longer phrases are left to be matched. */
export type Vocabulary = {
  /** The classes as they were written, to add others to. */
  readonly lexicons: ReadonlyMap<string, Lexicon>;
  readonly byWord: ReadonlyMap<string, readonly string[]>;
  readonly byStem: ReadonlyMap<string, readonly string[]>;
  readonly stems: Stems;
  readonly classes: ReadonlyMap<string, Longer>;
  /** The classes that hold a longer phrase which begins with a word. */
  readonly firsts: ReadonlyMap<string, readonly string[]>;
  /** The classes that may begin wherever a class or a kind of word does. */
  readonly leads: ReadonlyMap<string, readonly string[]>;
  /** The classes that hold a phrase which may begin with any word. */
  readonly open: ReadonlySet<string>;
};

/** What a class holds besides single words, with all that belongs to it. */
type Longer = Pick<Lexicon, 'byFirst' | 'rest'> & {
  /** Members that are worked out from a word's form. */
  readonly kinds: readonly string[];
};

/** Joins the classes; a word of a class belongs to all classes that this one belongs to. */
export const vocabularyOf = (lexicons: ReadonlyMap<string, Lexicon>): Vocabulary => {
  const byWord = new Map<string, string[]>();
  const byStem = new Map<string, string[]>();
  const classes = new Map<string, Longer>();
  const firsts = new Map<string, string[]>();
  const leads = new Map<string, string[]>();
  const open = new Set<string>();
  for (const name of lexicons.keys()) {
    const byFirst = new Map<string, Phrase[]>();
    const rest: Phrase[] = [];
    const kinds: string[] = [];
    for (const member of membersOf(name, lexicons, new Set())) {
      const lexicon = lexicons.get(member);
      if (!lexicon) kinds.push(member);
      for (const word of lexicon?.words ?? []) append(byWord, word, name);
      for (const stem of lexicon?.stems ?? []) append(byStem, stem, name);
      for (const [word, phrases] of lexicon?.byFirst ?? [])
        for (const phrase of phrases) append(byFirst, word, phrase);
      rest.push(...(lexicon?.rest ?? []));
    }
    for (const word of byFirst.keys()) append(firsts, word, name);
    for (const kind of kinds) append(leads, kind, name);
    for (const [first] of rest) {
      const starts = startsOf(first);
      for (const start of starts ?? [])
        if (start.kind === 'word') append(firsts, start.text, name);
        else if (start.kind === 'class') append(leads, start.text, name);
      if (!starts || starts.some(({ kind }) => kind === 'stem' || kind === 'start')) open.add(name);
    }
    classes.set(name, { byFirst, rest, kinds });
  }
  return {
    lexicons,
    byWord,
    byStem,
    stems: stemsOf([...byStem.keys()]),
    classes,
    firsts,
    leads,
    open,
  };
};

/** A class and those that belong to it, however deep; one that leads back to itself counts once. */
const membersOf = (
  name: string,
  lexicons: ReadonlyMap<string, Lexicon>,
  seen: Set<string>,
): ReadonlySet<string> => {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const inner of lexicons.get(name)?.classes ?? []) membersOf(inner, lexicons, seen);
  return seen;
};

/** The names of all classes to which a word belongs by itself. */
export const classesOf = (word: string, { byWord, byStem, stems }: Vocabulary): Set<string> => {
  const found = new Set(byWord.get(word));
  for (const length of stems.lengths)
    if (length <= word.length)
      for (const name of byStem.get(word.slice(0, length)) ?? []) found.add(name);
  return found;
};

/** Puts a value behind the others of its key. */
export const append = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

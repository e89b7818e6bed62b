import { stemsOf } from './phrase.ts';
import type { Phrase, Stems } from './phrase.ts';

/** A class of words and phrases, ready to be looked up. */
export type Lexicon = {
  readonly words: ReadonlySet<string>;
  readonly stems: Stems;
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
  return { words, stems: stemsOf(stems), classes, byFirst, rest };
};

/** The plain words that a phrase can begin with; undefined when it can begin with anything else. */
export const firstWords = ([first]: Phrase): readonly string[] | undefined => {
  if (first?.kind === 'word') return [first.text];
  if (first?.kind !== 'either') return undefined;
  const { words, stems, classes, rest } = first;
  return stems.set.size + classes.length + rest.length === 0 ? [...words] : undefined;
};

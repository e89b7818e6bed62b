import { append } from './lexicon.ts';
import type { Vocabulary } from './lexicon.ts';
import type { Matcher } from './match.ts';
import { needsOf } from './needs.ts';
import type { Needs } from './needs.ts';
import { stemsOf } from './phrase.ts';
import type { Phrase, Stems } from './phrase.ts';
import { startsOf } from './starts.ts';

/** A phrase and what it stands for. */
export type Entry<T> = { readonly phrase: Phrase; readonly of: T };

type Indexed<T> = Entry<T> & { readonly needs: Needs };

/** Phrases sorted by how they begin, so that a token is held only against those that it can start. */
export type PhraseIndex<T> = {
  readonly byWord: ReadonlyMap<string, readonly Indexed<T>[]>;
  readonly byStem: ReadonlyMap<string, readonly Indexed<T>[]>;
  readonly stems: Stems;
  readonly byClass: ReadonlyMap<string, readonly Indexed<T>[]>;
  /** Those of the classes that any word may begin. */
  readonly open: readonly string[];
  /** Those that only the first token of a sentence can start. */
  readonly atStart: readonly Indexed<T>[];
  readonly others: readonly Indexed<T>[];
};

/** Sorts phrases by their first step; one that begins with several alternatives stands under each. */
export const indexOf = <T>(
  entries: readonly Entry<T>[],
  vocabulary: Vocabulary,
): PhraseIndex<T> => {
  const byWord = new Map<string, Indexed<T>[]>();
  const byStem = new Map<string, Indexed<T>[]>();
  const byClass = new Map<string, Indexed<T>[]>();
  const atStart: Indexed<T>[] = [];
  const others: Indexed<T>[] = [];
  for (const { phrase, of } of entries) {
    const entry = { phrase, of, needs: needsOf(phrase, vocabulary) };
    const starts = startsOf(phrase[0]);
    if (!starts) others.push(entry);
    for (const start of starts ?? [])
      if (start.kind === 'start') atStart.push(entry);
      else append({ word: byWord, stem: byStem, class: byClass }[start.kind], start.text, entry);
  }
  const stems = stemsOf([...byStem.keys()]);
  const open = [...byClass.keys()].filter(name => vocabulary.open.has(name));
  return { byWord, byStem, stems, byClass, open, atStart, others };
};

/** Calls back with each entry whose phrase may be found at a token; the phrase itself is still to be matched. */
export const eachAt = <T>(
  index: PhraseIndex<T>,
  word: string,
  at: number,
  isFirst: boolean,
  matcher: Matcher,
  visit: (entry: Entry<T>) => void,
): void => {
  const each = (entries: readonly Indexed<T>[] | undefined): void => {
    if (entries) for (const entry of entries) if (matcher.holds(entry.needs, at)) visit(entry);
  };
  const eachOfClass = (name: string): void => {
    const entries = index.byClass.get(name);
    if (entries && matcher.isA(name, at)) each(entries);
  };
  each(index.byWord.get(word));
  for (const length of index.stems.lengths)
    if (length <= word.length) each(index.byStem.get(word.slice(0, length)));
  const beginnings = matcher.mayBegin(at);
  for (const name of beginnings) eachOfClass(name);
  for (const name of index.open) if (!beginnings.has(name)) eachOfClass(name);
  if (isFirst) each(index.atStart);
  each(index.others);
};

import type { Vocabulary } from './lexicon.ts';
import type { Matcher } from './match.ts';
import { wordKinds } from './word-kinds.ts';
import { stemsOf } from './phrase.ts';
import type { Phrase, Stems, Step } from './phrase.ts';

/** A phrase and what it stands for. */
export type Entry<T> = { readonly phrase: Phrase; readonly of: T };

/** Phrases sorted by how they begin, so that a token is held only against those that it can start. */
export type PhraseIndex<T> = {
  readonly byWord: ReadonlyMap<string, readonly Entry<T>[]>;
  readonly byStem: ReadonlyMap<string, readonly Entry<T>[]>;
  readonly stems: Stems;
  readonly byClass: ReadonlyMap<string, readonly Entry<T>[]>;
  /** Those of the classes that any word may begin. */
  readonly open: readonly string[];
  /** Those that only the first token of a sentence can start. */
  readonly atStart: readonly Entry<T>[];
  readonly others: readonly Entry<T>[];
};

/** Sorts phrases by their first step; one that begins with several alternatives stands under each. */
export const indexOf = <T>(
  entries: readonly Entry<T>[],
  vocabulary: Vocabulary,
): PhraseIndex<T> => {
  const byWord = new Map<string, Entry<T>[]>();
  const byStem = new Map<string, Entry<T>[]>();
  const byClass = new Map<string, Entry<T>[]>();
  const atStart: Entry<T>[] = [];
  const others: Entry<T>[] = [];
  for (const entry of entries) {
    const starts = startsOf(entry.phrase[0]);
    if (!starts) others.push(entry);
    for (const start of starts ?? [])
      if (start.kind === 'start') atStart.push(entry);
      else append({ word: byWord, stem: byStem, class: byClass }[start.kind], start.text, entry);
  }
  const stems = stemsOf([...byStem.keys()]);
  const open = [...byClass.keys()].filter(name => wordKinds.has(name) || vocabulary.open.has(name));
  return { byWord, byStem, stems, byClass, open, atStart, others };
};

type Start =
  | { readonly kind: 'word' | 'stem' | 'class'; readonly text: string }
  | { readonly kind: 'start' };

/** All that a step can begin with; undefined when that is anything. */
const startsOf = (step: Step | undefined): readonly Start[] | undefined => {
  switch (step?.kind) {
    case 'word':
      return [step];
    case 'class':
      return [{ kind: 'class', text: step.name }];
    case 'start':
      return [{ kind: 'start' }];
    case 'row':
      return startsOf(step.of[0]);
    case 'either': {
      const rest = step.rest.map(startsOf);
      if (rest.includes(undefined)) return undefined;
      return [
        ...[...step.words].map(text => ({ kind: 'word' as const, text })),
        ...[...step.stems.set].map(text => ({ kind: 'stem' as const, text })),
        ...step.classes.map(text => ({ kind: 'class' as const, text })),
        ...rest.flatMap(starts => starts ?? []),
      ];
    }
    case 'not':
    case 'maybe':
    case 'gap':
    case 'end':
    case undefined:
      return undefined;
    default:
      return step satisfies never;
  }
};

/** Calls back with each entry whose phrase can begin at a token; the phrase itself is still to be matched. */
export const eachAt = <T>(
  index: PhraseIndex<T>,
  word: string,
  at: number,
  isFirst: boolean,
  matcher: Matcher,
  visit: (entry: Entry<T>) => void,
): void => {
  for (const entry of index.byWord.get(word) ?? []) visit(entry);
  for (const length of index.stems.lengths)
    if (length <= word.length)
      for (const entry of index.byStem.get(word.slice(0, length)) ?? []) visit(entry);
  const beginnings = matcher.mayBegin(at);
  for (const name of beginnings) visitClass(index, name, at, matcher, visit);
  for (const name of index.open)
    if (!beginnings.has(name)) visitClass(index, name, at, matcher, visit);
  if (isFirst) for (const entry of index.atStart) visit(entry);
  for (const entry of index.others) visit(entry);
};

const visitClass = <T>(
  { byClass }: PhraseIndex<T>,
  name: string,
  at: number,
  matcher: Matcher,
  visit: (entry: Entry<T>) => void,
): void => {
  const entries = byClass.get(name);
  if (entries && matcher.isA(name, at)) for (const entry of entries) visit(entry);
};

const append = <T>(map: Map<string, Entry<T>[]>, key: string, entry: Entry<T>): void => {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
};

import { rememberTokens } from '../dictionary.ts';
import type { Document } from '../document.ts';
import type { Concepts } from './claim.ts';
import { createHitLog } from './hit-log.ts';
import type { Hits } from './hit-log.ts';
import { lightStem } from './light-stem.ts';
import { createReadTerm } from './pattern.ts';
import type { Term } from './pattern.ts';

/** A group that a word belongs to by itself, or begins a phrase of; the rest of the phrase as numbers of stems. */
type Entry = { readonly group: number; readonly rest: readonly number[] };

/** What begins at a token: groups to which it belongs by itself, and phrases with the stem of their second word. */
type Beginnings = {
  readonly singles: Int32Array;
  readonly phrases: readonly Entry[];
  readonly seconds: Int32Array;
};

/** Finds groups of terms in a text in one pass over its tokens. */
export type TermIndex = {
  /** The number of a group as patterns write it; the same writing has the same number. */
  readonly number: (group: string) => number;
  /** How many terms a group has. */
  readonly breadth: (group: number) => number;
  /** From now on a group is looked for. */
  readonly watch: (group: number) => void;
  /** Where the groups that are looked for stand; it holds until the next scan. */
  readonly scan: (document: Document) => Hits;
};

export const createTermIndex = (concepts: Concepts): TermIndex => {
  const numbers = new Map<string, number>();
  const written: string[] = [];
  const watched = new Set<number>();
  const entries = new Map<string, Entry[]>();
  const readTerm = createReadTerm(lightStem);
  const log = createHitLog();
  const stems = new Map<string, number>();

  const stemNumber = (stem: string): number => {
    const held = stems.get(stem);
    if (held !== undefined) return held;
    stems.set(stem, stems.size + 1);
    return stems.size;
  };

  const phrasesOf = (group: number): readonly string[] =>
    (written[group] ?? '').split('|').flatMap(word => {
      if (!word.startsWith('@')) return word;
      // A name that is no concept stands for itself, since users write patterns too.
      return concepts[word.slice(1)] ?? word.slice(1);
    });

  const addTerm = (group: number, [first, ...rest]: Term) => {
    if (first === undefined) return;
    const list = entries.get(first);
    if (list === undefined) entries.set(first, [{ group, rest: rest.map(stemNumber) }]);
    // Forms of one word make one entry; those of this group are the last.
    else if (rest.length > 0 || list.at(-1)?.group !== group)
      list.push({ group, rest: rest.map(stemNumber) });
  };

  const beginningsOf = (token: string): Beginnings => {
    const word = token.startsWith('#') ? token.slice(1) : token;
    const all = [...(entries.get(lightStem(word)) ?? []), ...(entries.get(`=${word}`) ?? [])];
    if (all.length === 0) return nothing;
    const phrases = all.filter(({ rest }) => rest.length > 0);
    return {
      singles: Int32Array.from(
        all.filter(({ rest }) => rest.length === 0),
        ({ group }) => group,
      ),
      phrases,
      seconds: Int32Array.from(phrases, ({ rest }) => rest[0] ?? joint),
    };
  };

  const stemsOf = rememberTokens(token => (isJoint(token) ? joint : stemNumber(lightStem(token))));
  let remembered = rememberTokens(beginningsOf);
  let isAsked = false;

  return {
    number: group => {
      const held = numbers.get(group);
      if (held !== undefined) return held;
      numbers.set(group, written.length);
      return written.push(group) - 1;
    },
    breadth: group => phrasesOf(group).length,
    watch: group => {
      if (watched.has(group)) return;
      watched.add(group);
      if (isAsked) [remembered, isAsked] = [rememberTokens(beginningsOf), false];
      for (const phrase of phrasesOf(group)) addTerm(group, readTerm(phrase));
    },
    scan: document => {
      isAsked = true;
      log.begin(written.length);
      const known = remembered(document);
      const stemmed = stemsOf(document);
      const { numbers: tokens } = document;
      for (let at = 0; at < tokens.length; at++) {
        const { singles, phrases, seconds } = known[tokens[at] as number] as Beginnings;
        for (let index = 0; index < singles.length; index++)
          log.add(singles[index] as number, at, 1);
        if (seconds.length === 0) continue;
        const next = stemAfter(tokens, stemmed, at);
        for (let index = 0; index < seconds.length; index++) {
          if (seconds[index] !== next) continue;
          const { group, rest } = phrases[index] as Entry;
          const length = lengthOf(tokens, stemmed, at, rest);
          if (length > 0) log.add(group, at, length);
        }
      }
      return log;
    },
  };
};

const nothing: Beginnings = {
  singles: new Int32Array(0),
  phrases: [],
  seconds: new Int32Array(0),
};

/** Hyphens and slashes between the words of a phrase do not count against it. */
const isJoint = (token: string) => token === '-' || token === '/' || token === '\u2013';
/** Stands for them among the stems, which are numbered from 1. */
const joint = 0;

/** The stem of the word that follows. */
const stemAfter = (tokens: readonly number[], stems: readonly number[], at: number): number => {
  let next = at + 1;
  while (next < tokens.length && stems[tokens[next] as number] === joint) next++;
  return next < tokens.length ? (stems[tokens[next] as number] as number) : joint;
};

/** How many tokens a phrase takes that begins at `at`; 0 when it does not stand there. */
const lengthOf = (
  tokens: readonly number[],
  stems: readonly number[],
  at: number,
  rest: readonly number[],
): number => {
  let next = at + 1;
  for (let index = 0; index < rest.length; index++) {
    while (next < tokens.length && stems[tokens[next] as number] === joint) next++;
    if (next >= tokens.length || stems[tokens[next] as number] !== rest[index]) return 0;
    next++;
  }
  return next - at;
};

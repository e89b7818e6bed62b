import { rememberTokens } from '../dictionary.ts';
import type { Document } from '../document.ts';
import { createChains } from './chains.ts';
import type { Concepts } from './claim.ts';
import { lightStem } from './light-stem.ts';
import { createReadTerm } from './pattern.ts';
import type { Term } from './pattern.ts';

/** Where a group of terms occurs: the first token and how many it takes. */
export type Hit = { readonly at: number; readonly length: number };

/** Where groups stand in a text; it holds until the next text is scanned. */
export type Hits = {
  /** The watched groups that stand there, each once. */
  readonly keys: readonly number[];
  readonly has: (group: number) => boolean;
  /** In the order of the text. */
  readonly of: (group: number) => readonly Hit[];
};

/** Finds groups of terms in texts. */
export type TermIndex = {
  /** The number of a group as patterns write it; the same writing has the same number. */
  readonly number: (group: string) => number;
  /** How many terms a group has. */
  readonly breadth: (group: number) => number;
  /** From now on every scan tells whether the group stands in the text; others are looked for only when asked. */
  readonly watch: (group: number) => void;
  readonly scan: (document: Document) => Hits;
};

/** A term as the numbers of its stems; `exact` is the word itself where its stem is not enough. */
type Compiled = {
  readonly first: number;
  readonly rest: readonly number[];
  readonly exact: string | undefined;
};

/** The watched groups of which a term begins with one stem: at once there, or only if the rest is there too. */
type Watchers = {
  readonly singles: number[];
  readonly others: { group: number; term: Compiled }[];
};

export const createTermIndex = (concepts: Concepts): TermIndex => {
  const numbers = new Map<string, number>();
  const written: string[] = [];
  const compiled: (readonly Compiled[] | undefined)[] = [];
  const watchers: Watchers[] = [{ singles: [], others: [] }];
  const readTerm = createReadTerm(lightStem);
  const stems = new Map<string, number>();
  const watched = new Set<number>();

  const stemNumber = (stem: string): number => {
    const held = stems.get(stem);
    if (held !== undefined) return held;
    stems.set(stem, stems.size + 1);
    watchers.push({ singles: [], others: [] });
    return stems.size;
  };
  const stemsOf = rememberTokens(token =>
    isJoint(token) ? joint : stemNumber(lightStem(token.startsWith('#') ? token.slice(1) : token)),
  );

  const phrasesOf = (group: number): readonly string[] =>
    (written[group] ?? '').split('|').flatMap(word => {
      if (!word.startsWith('@')) return word;
      // A name that is no concept stands for itself, since users write patterns too.
      return concepts[word.slice(1)] ?? word.slice(1);
    });

  const termsOf = (group: number): readonly Compiled[] => {
    const held = compiled[group];
    if (held !== undefined) return held;
    const terms: Compiled[] = [];
    const singles = new Set<number>();
    for (const phrase of phrasesOf(group)) {
      const term = compile(readTerm(phrase), stemNumber);
      if (term === undefined) continue;
      // Forms of one word make one term.
      if (isSingle(term) && singles.has(term.first)) continue;
      if (isSingle(term)) singles.add(term.first);
      terms.push(term);
    }
    compiled[group] = terms;
    return terms;
  };

  const scan = createScan(watchers, termsOf);
  return {
    number: group => {
      const held = numbers.get(group);
      if (held !== undefined) return held;
      numbers.set(group, written.length);
      compiled.push(undefined);
      return written.push(group) - 1;
    },
    breadth: group => phrasesOf(group).length,
    watch: group => {
      if (watched.has(group)) return;
      watched.add(group);
      for (const term of termsOf(group)) {
        const watching = watchers[term.first];
        if (isSingle(term)) watching?.singles.push(group);
        else watching?.others.push({ group, term });
      }
    },
    scan: document => scan(document, stemsOf(document), stems.size, written.length),
  };
};

const compile = (
  [first, ...rest]: Term,
  stemNumber: (stem: string) => number,
): Compiled | undefined => {
  if (first === undefined) return undefined;
  const exact = first.startsWith('=') ? first.slice(1) : undefined;
  const stem = exact === undefined ? first : lightStem(exact);
  return { first: stemNumber(stem), rest: rest.map(stemNumber), exact };
};

const isSingle = ({ rest, exact }: Compiled) => rest.length === 0 && exact === undefined;

/** Hyphens and slashes between the words of a phrase do not count against it. */
const isJoint = (token: string) => token === '-' || token === '/' || token === '\u2013';
/** Stands for them among the stems, which are numbered from 1. */
const joint = 0;

const none: readonly Hit[] = [];

type Scan = (document: Document, stemmed: readonly number[], stems: number, groups: number) => Hits;

/** Looks for a group when it is first asked for: most belong to claims of which nothing else is said. */
const createScan = (
  watchers: readonly Watchers[],
  termsOf: (group: number) => readonly Compiled[],
): Scan => {
  const chains = createChains();
  /** By group: the text in which it was met, or that number negated where it is missing. */
  let met = new Int32Array(0);
  /** The hits of groups of which more than their presence was asked, and in which text. */
  const found: (readonly Hit[])[] = [];
  let foundIn = new Int32Array(0);
  let text = 0;
  return (document, stemmed, stems, groups) => {
    const { tokens, numbers } = document;
    text++;
    if (met.length < groups)
      [met, foundIn] = [new Int32Array(groups + 1024), new Int32Array(groups + 1024)];
    chains.read(numbers, stemmed, stems);
    const lengthAt = ({ rest, exact }: Compiled, at: number): number => {
      if (exact !== undefined && tokens[at] !== exact && tokens[at] !== `#${exact}`) return 0;
      return rest.length === 0 ? 1 : phraseLength(numbers, stemmed, at, rest);
    };
    const stands = (term: Compiled): boolean => {
      for (let at = chains.first(term.first); at >= 0; at = chains.next(at))
        if (lengthAt(term, at) > 0) return true;
      return false;
    };
    const has = (group: number): boolean => {
      const known = met[group];
      if (known === text) return true;
      if (known === -text) return false;
      const there = termsOf(group).some(stands);
      met[group] = there ? text : -text;
      return there;
    };
    const of = (group: number): readonly Hit[] => {
      if (!has(group)) return none;
      if (foundIn[group] === text) return found[group] as readonly Hit[];
      const hits: Hit[] = [];
      for (const term of termsOf(group))
        for (let at = chains.first(term.first); at >= 0; at = chains.next(at)) {
          const length = lengthAt(term, at);
          if (length > 0) hits.push({ at, length });
        }
      if (hits.length > 1) hits.sort((a, b) => a.at - b.at);
      while (found.length <= group) found.push(none);
      found[group] = hits;
      foundIn[group] = text;
      return hits;
    };
    const keys: number[] = [];
    for (let index = 0; index < chains.stems.length; index++) {
      const { singles, others } = watchers[chains.stems[index] as number] as Watchers;
      for (let at = 0; at < singles.length; at++) {
        const group = singles[at] as number;
        if (met[group] === text) continue;
        met[group] = text;
        keys.push(group);
      }
      for (let at = 0; at < others.length; at++) {
        const { group, term } = others[at] as { group: number; term: Compiled };
        if (met[group] === text || !stands(term)) continue;
        met[group] = text;
        keys.push(group);
      }
    }
    return { keys, has, of };
  };
};

/** How many tokens a phrase takes that begins at `at`; 0 when it does not stand there. */
const phraseLength = (
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

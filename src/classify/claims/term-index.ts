import type { Document } from '../document.ts';
import type { Concepts } from './claim.ts';
import { lightStem } from './light-stem.ts';
import { createReadTerm } from './pattern.ts';
import type { Term } from './pattern.ts';

/** Where a group of terms occurs: the first token and how many it takes. */
export type Hit = { readonly at: number; readonly length: number };

/** A group that a word belongs to by itself, or begins a phrase of. */
type Entry = { readonly group: number; readonly rest: readonly string[] };

/** Finds groups of terms in a text in one pass over its tokens. */
export type TermIndex = {
  /** The number of a group as patterns write it; the same writing has the same number. */
  readonly number: (group: string) => number;
  /** How many terms a group has. */
  readonly breadth: (group: number) => number;
  /** From now on a group is looked for. */
  readonly watch: (group: number) => void;
  /** Where the groups that are looked for stand, in the order of the text. */
  readonly scan: (document: Document) => ReadonlyMap<number, readonly Hit[]>;
};

const mostRemembered = 50_000;

export const createTermIndex = (concepts: Concepts): TermIndex => {
  const numbers = new Map<string, number>();
  const written: string[] = [];
  const watched = new Set<number>();
  const entries = new Map<string, Entry[]>();
  const known = new Map<string, readonly Entry[] | undefined>();
  const readTerm = createReadTerm(lightStem);

  const phrasesOf = (group: number): readonly string[] =>
    (written[group] ?? '').split('|').flatMap(word => {
      if (!word.startsWith('@')) return word;
      // A name that is no concept stands for itself, since users write patterns too.
      return concepts[word.slice(1)] ?? word.slice(1);
    });

  const addTerm = (group: number, [first, ...rest]: Term) => {
    if (first === undefined) return;
    const list = entries.get(first);
    if (list === undefined) entries.set(first, [{ group, rest }]);
    // Forms of one word make one entry; those of this group are the last.
    else if (rest.length > 0 || list.at(-1)?.group !== group) list.push({ group, rest });
  };

  const entriesOf = (token: string): readonly Entry[] | undefined => {
    const found = known.get(token);
    if (found !== undefined || known.has(token)) return found;
    if (known.size > mostRemembered) known.clear();
    const word = token.startsWith('#') ? token.slice(1) : token;
    const all = [...(entries.get(lightStem(word)) ?? []), ...(entries.get(`=${word}`) ?? [])];
    const fresh = all.length > 0 ? all : undefined;
    known.set(token, fresh);
    return fresh;
  };

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
      if (known.size > 0) known.clear();
      for (const phrase of phrasesOf(group)) addTerm(group, readTerm(phrase));
    },
    scan: ({ tokens }) => {
      const hits = new Map<number, Hit[]>();
      for (let at = 0; at < tokens.length; at++)
        for (const { group, rest } of entriesOf(tokens[at] ?? '') ?? none) {
          const length = rest.length === 0 ? 1 : lengthOf(tokens, at, rest);
          if (length === 0) continue;
          const held = hits.get(group);
          if (held) held.push({ at, length });
          else hits.set(group, [{ at, length }]);
        }
      return hits;
    },
  };
};

const none: readonly Entry[] = [];

/** How many tokens a phrase takes that begins at `at`; hyphens and slashes between its words do not count against it. */
const lengthOf = (tokens: readonly string[], at: number, rest: readonly string[]): number => {
  let next = at + 1;
  for (const word of rest) {
    while (tokens[next] === '-' || tokens[next] === '/' || tokens[next] === '\u2013') next++;
    const token = tokens[next];
    if (token === undefined || lightStem(token) !== word) return 0;
    next++;
  }
  return next - at;
};

import type { Document } from '../document.ts';
import type { Term } from './pattern.ts';
import type { Stem } from './stem.ts';

/** Where a group of terms occurs: the first token and how many it takes. */
export type Hit = { readonly at: number; readonly length: number };

type Entry = { readonly rest: Term; readonly group: number };

/** Finds all groups of terms in a text in one pass over its tokens. */
export type TermIndex = {
  /** The number of a group of terms; equal groups share one. */
  readonly number: (group: readonly Term[]) => number;
  readonly size: () => number;
  /** Calls back for every group that begins at a token, in the order of the text. */
  readonly scan: (document: Document, found: (group: number, hit: Hit) => void) => void;
};

const mostRemembered = 50_000;

export const createTermIndex = (stem: Stem): TermIndex => {
  const numbers = new Map<string, number>();
  const entries = new Map<string, Entry[]>();
  const known = new Map<string, readonly Entry[] | undefined>();
  const entriesOf = (token: string): readonly Entry[] | undefined => {
    const found = known.get(token);
    if (found !== undefined || known.has(token)) return found;
    if (known.size > mostRemembered) known.clear();
    const word = token.startsWith('#') ? token.slice(1) : token;
    const all = [...(entries.get(stem(word)) ?? []), ...(entries.get(`=${word}`) ?? [])];
    const fresh = all.length > 0 ? all : undefined;
    known.set(token, fresh);
    return fresh;
  };
  return {
    number: group => {
      const key = group
        .map(term => term.join(' '))
        .toSorted()
        .join('|');
      const held = numbers.get(key);
      if (held !== undefined) return held;
      const number = numbers.size;
      numbers.set(key, number);
      for (const [first, ...rest] of new Map(group.map(term => [term.join(' '), term])).values()) {
        if (first === undefined) continue;
        const list = entries.get(first);
        if (list) list.push({ rest, group: number });
        else entries.set(first, [{ rest, group: number }]);
      }
      known.clear();
      return number;
    },
    size: () => numbers.size,
    scan: ({ tokens }, found) => {
      for (let at = 0; at < tokens.length; at++) {
        const list = entriesOf(tokens[at] ?? '');
        if (list === undefined) continue;
        for (const { rest, group } of list) {
          const length = rest.length === 0 ? 1 : lengthOf(tokens, at, rest, stem);
          if (length > 0) found(group, { at, length });
        }
      }
    },
  };
};

/** How many tokens a phrase takes that begins at `at`; hyphens and slashes between its words do not count against it. */
const lengthOf = (tokens: readonly string[], at: number, rest: Term, stem: Stem): number => {
  let next = at + 1;
  for (const word of rest) {
    while (tokens[next] === '-' || tokens[next] === '/' || tokens[next] === '\u2013') next++;
    const token = tokens[next];
    if (token === undefined || stem(token) !== word) return 0;
    next++;
  }
  return next - at;
};

import { decodeEntities } from '../text/entities.ts';
import type { Problem } from './parsed.ts';

export type Prolog = {
  /** The document without byte order mark, junk before its first tag, and internal DTD. */
  readonly text: string;
  /** The entities that the DTD declares. */
  readonly entities: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
};

/** What a document declares before its root. Entities do not expand one another, so a billion laughs stay one line. */
export const readProlog = (written: string): Prolog => {
  // Nothing else in a document is never meant, and it would become part of names.
  const document = written.includes('\0') ? written.replaceAll('\0', '') : written;
  const start = document.search(/<[?!a-z]/i);
  const junk = start === -1 ? document : document.slice(0, start);
  const problems: Problem[] =
    junk.replace(/[\s\ufeff\u0000]/g, '') === ''
      ? []
      : [{ kind: 'broken-xml', message: 'Something stands before the first tag; it was skipped.' }];
  const text = start === -1 ? '' : document.slice(start);
  const subset = internalSubset(text);
  return subset === undefined
    ? { text, entities: noEntities, problems }
    : { text: text.slice(subset.end), entities: declaredEntities(subset.text), problems };
};

const noEntities: ReadonlyMap<string, string> = new Map();

/** A DTD is looked for no further than this: nothing but comments precedes it. */
const longestProlog = 10_000;
const longestSubset = 100_000;

const internalSubset = (text: string): { text: string; end: number } | undefined => {
  const [declaration] = /<!DOCTYPE[^[>]{0,1000}\[/i.exec(text.slice(0, longestProlog)) ?? [];
  if (declaration === undefined) return undefined;
  const from = text.indexOf(declaration) + declaration.length;
  const close = /\]\s*>/g;
  close.lastIndex = from;
  const found = close.exec(text.slice(0, from + longestSubset));
  if (!found) return undefined;
  return { text: text.slice(from, found.index), end: found.index + found[0].length };
};

const declaredEntities = (subset: string): ReadonlyMap<string, string> => {
  const entities = new Map<string, string>();
  for (const [, name = '', double, single] of subset.matchAll(
    /<!ENTITY\s+([\w.-]{1,60})\s+(?:"([^"]{0,2000})"|'([^']{0,2000})')\s*>/g,
  )) {
    if (entities.size >= 500) break;
    const value = decodeEntities(double ?? single ?? '');
    // The first declaration binds; a value that names further entities is an attack or a curiosity.
    if (!entities.has(name)) entities.set(name, /&[a-z]\w*;/i.test(value) ? '' : value);
  }
  return entities;
};

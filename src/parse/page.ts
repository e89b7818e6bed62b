import type { Entry } from '../core/mention.ts';
import { cleanEntry, lineOf } from './clean.ts';
import { problemsOf } from './faults.ts';
import type { Faults } from './faults.ts';
import { readJson } from './json.ts';
import type { Problem } from './parsed.ts';
import type { RawEntry } from './raw-entry.ts';

/** What one answer of a network's interface held. */
export type Page = {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  /** Where the next page begins: a cursor, a token or a number, as the network has it. */
  readonly next?: string;
  /** The id to ask from when looking again, where the network counts by id. */
  readonly newest?: string;
  /** Ids of entries that the network says are gone. */
  readonly deleted?: readonly string[];
  /** How long the network asks us to wait before the next request. */
  readonly waitMs?: number;
  /** What the network said instead of an answer, one line for a person. */
  readonly refusal?: string;
};

type Rest = { readonly [Key in Exclude<keyof Page, 'entries'>]?: Page[Key] | undefined };

/** The page of these items; what is undefined in the rest is left out. */
export const pageOf = (items: readonly RawEntry[], rest: Rest = {}): Page => {
  const faults: Faults = new Map();
  const entries = items.map(item => cleanEntry(item, faults)).filter(entry => entry !== undefined);
  const told = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { ...told, entries, problems: [...(rest.problems ?? []), ...problemsOf(faults)] };
};

/** A page that says no. The network's own words are cleaned like everything else that it sends. */
export const refusalOf = (words: string | undefined, rest: Rest = {}): Page =>
  pageOf([], { ...rest, refusal: lineOf(words ?? '') ?? 'it refused without a reason' });

/** Reads an answer that ought to be JSON, and hands it on. */
export const pageFromJson = (document: string, read: (json: unknown) => Page): Page => {
  const json = readJson(document);
  if (json !== undefined) return read(json);
  const message = 'The answer is no JSON.';
  return pageOf([], { problems: [{ kind: 'broken-json', message }] });
};

/** The same items without undefined: for lists of fields that may be missing. */
export const present = <T>(...values: readonly (T | undefined)[]): readonly T[] =>
  values.filter((value): value is T => value !== undefined);

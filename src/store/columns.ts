import { mentionId } from '../core/mention.ts';
import type { Row } from '../core/row.ts';

/**
 * Rows of one segment as columns: that parses several times faster than an object a row, and what repeats is kept once.
 * `lengths` are the bytes of each mention's line, with its line end.
 */
export type RowColumns = {
  readonly format: typeof rowFormat;
  readonly lengths: readonly number[];
  readonly id: readonly string[];
  readonly headline: readonly string[];
  readonly author: readonly (string | null)[];
  readonly source: Few<string>;
  readonly kind: Few<Row['kind']>;
  readonly at: readonly number[];
  readonly seen: readonly number[];
  readonly edited: readonly number[];
  readonly rating: readonly number[];
  readonly sentiment: Few<Row['sentiment']>;
  readonly flags: Few<Row['flags']>;
  readonly topics: Few<Row['topics']>;
  /** Empty where there is none. */
  readonly claim: Few<string>;
  readonly priority: readonly number[];
  readonly suggestion: Few<Row['suggestion']>;
  readonly about: readonly number[];
  readonly alsoIn: readonly number[];
};

/** Grows when the columns change; files of another format are written anew from the mentions. */
export const rowFormat = 2;

/** Values of which there are few, and which one each row has. */
type Few<T> = { readonly values: readonly T[]; readonly at: readonly number[] };

/** Stands for an absent number; no moment, and no number of stars. */
const none = -1;

export const toColumns = (rows: readonly Row[], lengths: readonly number[]): RowColumns => ({
  format: rowFormat,
  lengths,
  id: rows.map(row => row.id),
  headline: rows.map(row => row.headline),
  author: rows.map(row => row.author ?? null),
  source: few(rows.map(row => row.source)),
  kind: few(rows.map(row => row.kind)),
  at: rows.map(row => row.at),
  seen: rows.map(row => row.seen),
  edited: rows.map(row => row.edited ?? none),
  rating: rows.map(row => row.rating ?? none),
  sentiment: few(rows.map(row => row.sentiment)),
  flags: few(rows.map(row => row.flags)),
  topics: few(rows.map(row => row.topics)),
  claim: few(rows.map(row => row.claim ?? '')),
  priority: rows.map(row => row.priority),
  suggestion: few(rows.map(row => row.suggestion)),
  about: rows.map(row => Number(row.about)),
  alsoIn: rows.map(row => row.alsoIn),
});

type Growing = { -readonly [K in keyof Row]: Row[K] };

/** The rows again; equal labels share one array, so that 100,000 rows stay small. */
export const fromColumns = (columns: RowColumns): readonly Row[] => {
  const { author, rating, edited } = columns;
  return columns.id.map((id, index) => {
    const row: Growing = {
      id: mentionId(id),
      source: pick(columns.source, index),
      kind: pick(columns.kind, index),
      at: number(columns.at, index),
      seen: number(columns.seen, index),
      headline: columns.headline[index] ?? '',
      sentiment: pick(columns.sentiment, index),
      flags: pick(columns.flags, index),
      topics: pick(columns.topics, index),
      priority: number(columns.priority, index),
      suggestion: pick(columns.suggestion, index),
      about: columns.about[index] === 1,
      alsoIn: number(columns.alsoIn, index),
    };
    const claim = pick(columns.claim, index);
    if (claim !== '') row.claim = claim;
    const by = author[index];
    if (typeof by === 'string') row.author = by;
    if (number(rating, index) !== none) row.rating = number(rating, index);
    if (number(edited, index) !== none) row.edited = number(edited, index);
    return row;
  });
};

const few = <T>(column: readonly T[]): Few<T> => {
  const places = new Map<string, number>();
  const values: T[] = [];
  const at = column.map(value => {
    const name = JSON.stringify(value);
    const known = places.get(name);
    if (known !== undefined) return known;
    places.set(name, values.length);
    return values.push(value) - 1;
  });
  return { values, at };
};

const number = (column: readonly number[], index: number): number => column[index] ?? none;

const pick = <T>({ values, at }: Few<T>, index: number): T => {
  const value = values[at[index] ?? none];
  if (value === undefined) throw new Error('a column of rows is too short');
  return value;
};

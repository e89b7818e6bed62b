import type { MentionId } from '../core/mention.ts';
import type { Row } from '../core/row.ts';
import type { Segment } from './manifest.ts';

/** The rows of one segment, and the bytes of each mention's line. */
export type Shelf = { readonly rows: readonly Row[]; readonly lengths: readonly number[] };

/** Where a mention's line is: bytes `from` up to `to` of a segment. */
export type Place = { readonly segment: Segment; readonly from: number; readonly to: number };

/** All rows, bare of what people did, in an order that never changes: a mention keeps its number. */
export type RowIndex = {
  readonly rows: readonly Row[];
  readonly numberOf: (id: MentionId) => number | undefined;
  readonly put: (row: Row) => void;
  /** Undefined for mentions that are in no segment yet. */
  readonly placeOf: (id: MentionId) => Place | undefined;
  /** Tells of segments that took over mentions; order and numbers stay. */
  readonly shelve: (shelves: ReadonlyMap<Segment, Shelf>) => void;
};

export const rowIndex = (first: ReadonlyMap<Segment, Shelf>): RowIndex => {
  const rows = [...first.values()].flatMap(shelf => shelf.rows);
  const numbers = new Map(rows.map((row, number) => [row.id, number]));
  let shelves: readonly Shelved[] = stack(first);
  return {
    rows,
    numberOf: id => numbers.get(id),
    put: row => {
      const number = numbers.get(row.id);
      if (number !== undefined) rows[number] = row;
      else numbers.set(row.id, rows.push(row) - 1);
    },
    placeOf: id => {
      const number = numbers.get(id);
      const shelf = number === undefined ? undefined : shelfOf(shelves, number);
      if (number === undefined || !shelf) return undefined;
      shelf.ends ??= endsOf(shelf.lengths);
      const index = number - shelf.first;
      const to = shelf.ends[index] ?? 0;
      return { segment: shelf.segment, from: index === 0 ? 0 : (shelf.ends[index - 1] ?? 0), to };
    },
    shelve: next => {
      shelves = stack(next);
    },
  };
};

type Shelved = {
  readonly segment: Segment;
  readonly first: number;
  readonly lengths: readonly number[];
  ends?: readonly number[];
};

const stack = (shelves: ReadonlyMap<Segment, Shelf>): readonly Shelved[] => {
  let first = 0;
  return [...shelves].map(([segment, { lengths }]) => {
    const shelved = { segment, first, lengths };
    first += lengths.length;
    return shelved;
  });
};

const shelfOf = (shelves: readonly Shelved[], number: number): Shelved | undefined => {
  let [low, high] = [0, shelves.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const shelf = shelves[middle];
    if (shelf && shelf.first + shelf.lengths.length <= number) low = middle + 1;
    else high = middle;
  }
  return shelves[low];
};

const endsOf = (lengths: readonly number[]): readonly number[] => {
  let end = 0;
  return lengths.map(length => (end += length));
};

import { setImmediate as breathe } from 'node:timers/promises';
import type { Held } from '../core/identity.ts';
import { matches, readsText } from '../core/query.ts';
import type { Query } from '../core/query.ts';
import { byPriority } from '../core/row.ts';
import type { Row } from '../core/row.ts';
import type { Collection } from './collection.ts';
import type { Segment } from './manifest.ts';
import type { Place } from './row-index.ts';
import type { Reader } from './store.ts';

/** Rows, and mentions read, before the keyboard gets a turn; some 10 ms. */
const rowsAtOnce = 10_000;
const atOnce = 200;

/** The rows that a query selects; texts are read only where the row alone does not settle it, a segment at a time. */
export const findIn = async (
  collection: Collection,
  rows: readonly Row[],
  query: Query,
  reader: Reader,
): Promise<readonly Row[]> => {
  const cheapFirst = textLast(query);
  const selected: Row[] = [];
  const unsettled = new Map<Segment | undefined, Candidate[]>();
  const index = await collection.loadRows();
  for (const [number, row] of rows.entries()) {
    if (number % rowsAtOnce === rowsAtOnce - 1) await breathe();
    let asked = false;
    const outcome = matches(cheapFirst, row, reader, () => {
      asked = true;
      return '';
    });
    if (!asked && outcome) selected.push(row);
    if (!asked) continue;
    const place = collection.pending.has(row.id) ? undefined : index.placeOf(row.id);
    put(unsettled, place?.segment, { row, place });
  }

  for (const [segment, candidates] of unsettled) {
    const bytes = segment && (await collection.files.readBytes(segment));
    let read = 0;
    for (const { row, place } of candidates) {
      const line =
        bytes && place
          ? bytes.toString('utf8', place.from, place.to)
          : (collection.pending.get(row.id)?.line.toString() ?? '{}');
      const isAscii = place !== undefined && line.length === place.to - place.from;
      if (
        (!isAscii || mayMatch(cheapFirst, line.toLowerCase())) &&
        matches(cheapFirst, row, reader, () => textOn(line))
      )
        selected.push(row);
      if (++read % atOnce === 0) await breathe();
    }
    await breathe();
  }
  return selected.sort(byPriority);
};

type Candidate = { readonly row: Row; readonly place: Place | undefined };

/** Whether a query may select what is kept on an ASCII line, in lower case; spares reading most lines. */
const mayMatch = (query: Query, line: string): boolean => {
  switch (query.kind) {
    case 'words':
      return (query.words.match(/[a-z0-9]+/g) ?? []).every(word => line.includes(word));
    case 'and':
      return query.of.every(part => mayMatch(part, line));
    case 'or':
      return query.of.some(part => mayMatch(part, line));
    default:
      return true;
  }
};

/** The title and text on a line that is as it was written. */
const textOn = (line: string): string => {
  const { mention }: Partial<Held> = JSON.parse(line);
  return `${mention?.title ?? ''}\n${mention?.text ?? ''}`;
};

/** The same query with the parts that read no text first, so that they can settle it. */
const textLast = (query: Query): Query => {
  switch (query.kind) {
    case 'and':
    case 'or': {
      const parts = query.of.map(textLast);
      const cheap = parts.filter(part => !readsText(part));
      return { kind: query.kind, of: [...cheap, ...parts.filter(readsText)] };
    }
    case 'not':
      return { kind: 'not', of: textLast(query.of) };
    default:
      return query;
  }
};

const put = <K, V>(groups: Map<K, V[]>, key: K, value: V): void => {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
};

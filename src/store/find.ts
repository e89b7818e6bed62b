import { setImmediate as breathe } from 'node:timers/promises';
import type { Held } from '../core/identity.ts';
import type { MentionId } from '../core/mention.ts';
import { matches, readsText } from '../core/query.ts';
import type { Query } from '../core/query.ts';
import { byPriority } from '../core/row.ts';
import type { Row } from '../core/row.ts';
import type { Collection } from './collection.ts';
import type { Segment } from './manifest.ts';
import type { Reader } from './store.ts';

/** Mentions read before the keyboard gets a turn; some 10 ms. */
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
  const unsettled = new Map<Segment | undefined, Row[]>();
  const index = await collection.loadRows();
  for (const row of rows) {
    let asked = false;
    const outcome = matches(cheapFirst, row, reader, () => {
      asked = true;
      return '';
    });
    if (asked) put(unsettled, placeOf(row.id), row);
    else if (outcome) selected.push(row);
  }
  function placeOf(id: MentionId): Segment | undefined {
    return collection.pending.has(id) ? undefined : index.placeOf(id)?.segment;
  }

  for (const [segment, candidates] of unsettled) {
    const texts = segment ? await textsIn(collection, segment) : textsPending(collection);
    let read = 0;
    for (const row of candidates) {
      if (matches(cheapFirst, row, reader, () => texts(row.id))) selected.push(row);
      if (++read % atOnce === 0) await breathe();
    }
    await breathe();
  }
  return selected.sort(byPriority);
};

const textsIn = async ({ files }: Collection, segment: Segment) => {
  const texts = new Map<MentionId, string>();
  for (const { held } of await files.readAll(segment)) texts.set(held.mention.id, textOf(held));
  return (id: MentionId) => texts.get(id) ?? '';
};

const textsPending =
  ({ pending }: Collection) =>
  (id: MentionId) => {
    const written = pending.get(id);
    return written ? textOf(written.held) : '';
  };

const textOf = ({ mention }: Held): string => `${mention.title ?? ''}\n${mention.text}`;

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

import type { MentionId } from '../core/mention.ts';
import { byPriority, isOpen } from '../core/row.ts';
import type { Row } from '../core/row.ts';
import { buckets } from '../core/verdict.ts';

export const tabs = ['inbox', ...buckets, 'all'] as const;
export type Tab = (typeof tabs)[number];

export type Counts = Readonly<Record<Tab, number>>;

/**
 * All rows of the store as the workbench holds them: put in order once, and what changed since on top, so that no key
 * costs more in a larger store.
 */
export type Shelf = {
  readonly sorted: readonly Row[];
  readonly byId: ReadonlyMap<MentionId, Row>;
  readonly changed: ReadonlyMap<MentionId, Row>;
  readonly counts: Counts;
  /** When the oldest undecided mention was published, in milliseconds. */
  readonly oldest?: number;
};

export const emptyShelf: Shelf = {
  sorted: [],
  byId: new Map(),
  changed: new Map(),
  counts: { inbox: 0, reply: 0, refer: 0, ignore: 0, all: 0 },
};

/** Puts rows in order, most dangerous first, and counts them. */
export const shelve = (rows: readonly Row[], now: number): Shelf => {
  const sorted = rows.toSorted(byPriority);
  const byId = new Map(sorted.map(row => [row.id, row]));
  return { sorted, byId, changed: new Map(), ...tally(sorted, now) };
};

/** Takes over rows that changed or are new; costs what they are many, not what the store holds. */
export const withChanged = (shelf: Shelf, rows: readonly Row[], now: number): Shelf => {
  const changed = new Map(shelf.changed);
  const counts = { ...shelf.counts };
  for (const row of rows) {
    const before = changed.get(row.id) ?? shelf.byId.get(row.id);
    if (before) for (const tab of tabs) if (belongs(before, tab, now)) counts[tab]--;
    for (const tab of tabs) if (belongs(row, tab, now)) counts[tab]++;
    changed.set(row.id, row);
  }
  const next: Shelf = { ...shelf, changed, counts };
  const wasOldest = rows.some(row => row.at <= (shelf.oldest ?? Infinity));
  return wasOldest ? recount(next, now) : next;
};

/** Counts again, because time passed: snoozed mentions come back. */
export const recount = (shelf: Shelf, now: number): Shelf => {
  const { oldest: _, ...rest } = shelf;
  return { ...rest, ...tally(inOrder(shelf), now) };
};

/** The row as it stands now. */
export const rowIn = (shelf: Shelf, id: MentionId): Row | undefined =>
  shelf.changed.get(id) ?? shelf.byId.get(id);

/** All rows as they stand now, most dangerous first. */
export const inOrder = ({ sorted, changed }: Shelf): readonly Row[] => {
  if (changed.size === 0) return sorted;
  const rest = sorted.filter(row => !changed.has(row.id));
  // Two runs in order: the sort only merges them.
  return [...rest, ...[...changed.values()].sort(byPriority)].sort(byPriority);
};

/** Whether a row is to be seen under a tab. */
export const belongs = (row: Row, tab: Tab, now: number): boolean => {
  if (tab === 'all') return true;
  return tab === 'inbox' ? isOpen(row, now) : row.bucket === tab;
};

const tally = (rows: readonly Row[], now: number): Pick<Shelf, 'counts' | 'oldest'> => {
  const counts = { inbox: 0, reply: 0, refer: 0, ignore: 0, all: rows.length };
  let oldest = Infinity;
  for (const row of rows) {
    if (row.bucket !== undefined) counts[row.bucket]++;
    else if (isOpen(row, now)) {
      counts.inbox++;
      if (row.at < oldest) oldest = row.at;
    }
  }
  return oldest === Infinity ? { counts } : { counts, oldest };
};

import type { Row } from '../core/row.ts';
import { isFailure } from '../core/scan-event.ts';
import type { ScanDone, SourceScanned } from '../core/scan-event.ts';
import type { FlagKind } from '../core/verdict.ts';
import type { Catch, Merged, Store } from '../store/store.ts';

/** What a catch came to: how many of each, and how many of the new and changed carry which flag. */
export type Tally = Pick<
  SourceScanned,
  'added' | 'updated' | 'duplicates' | 'flagged' | 'flags' | 'deleted'
>;

/** Counts what was merged. */
export const tallyOf = ({ added, updated, duplicates }: Merged): Tally => ({
  added: added.length,
  updated: updated.length,
  duplicates: duplicates.length,
  ...flagsOf([...added, ...updated].map((row: Row) => row.flags)),
});

/** Counts what a merge would do, without one. */
export const rehearse = async (
  { state, items }: Catch,
  store: Pick<Store, 'known'>,
): Promise<Tally> => {
  const known = await store.known(items.flatMap(({ keys }) => keys));
  const holders = items.map(({ keys }) => keys.map(key => known.get(key)).find(Boolean));
  const touched = items.filter((_, index) => (holders[index]?.source ?? state.id) === state.id);
  return {
    added: holders.filter(holder => holder === undefined).length,
    updated: holders.filter(holder => holder?.source === state.id).length,
    duplicates: items.length - touched.length,
    ...flagsOf(touched.map(({ verdict }) => verdict.flags.map(({ kind }) => kind))),
  };
};

const flagsOf = (each: readonly (readonly FlagKind[])[]): Pick<Tally, 'flagged' | 'flags'> => {
  const flags: Partial<Record<FlagKind, number>> = {};
  for (const kind of each.flat()) flags[kind] = (flags[kind] ?? 0) + 1;
  return { flagged: each.filter(kinds => kinds.length > 0).length, flags };
};

export const nothingDone: ScanDone = {
  type: 'done',
  sources: 0,
  failed: 0,
  added: 0,
  updated: 0,
  duplicates: 0,
  flagged: 0,
  ms: 0,
};

/** Adds a source's line to the scan's. */
export const addTo = (done: ScanDone, source: SourceScanned): ScanDone => ({
  ...done,
  sources: done.sources + 1,
  failed: done.failed + (isFailure(source) ? 1 : 0),
  added: done.added + source.added,
  updated: done.updated + source.updated,
  duplicates: done.duplicates + source.duplicates,
  flagged: done.flagged + source.flagged,
  ...(source.dropped === undefined ? {} : { dropped: (done.dropped ?? 0) + source.dropped }),
  ...(source.deleted === undefined ? {} : { deleted: (done.deleted ?? 0) + source.deleted }),
});

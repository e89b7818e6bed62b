import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { isGone, unfolded } from '../core/identity.ts';
import type { Held } from '../core/identity.ts';
import type { MentionId, SourceId } from '../core/mention.ts';
import { bareRow } from '../core/row.ts';
import type { SourceState } from '../core/source.ts';
import type { AppendLog } from './append-log.ts';
import { compact, sweep } from './compact.ts';
import type { DamageReport } from './damage.ts';
import { foldCatches } from './fold-catches.ts';
import type { Folded } from './fold-catches.ts';
import { keyIndex, readKeyIndex } from './key-index.ts';
import type { KeyIndex } from './key-index.ts';
import type { Exclusively } from './lock.ts';
import { lookUp } from './look-up.ts';
import { manifestFile } from './manifest.ts';
import type { Segment } from './manifest.ts';
import { mergeOn, openMergeLog, readable, recordOf, write } from './merge-log.ts';
import type { Merge, Written } from './merge-log.ts';
import { currentSchema } from './migrations.ts';
import { nearSegments } from './near-segments.ts';
import { rowIndex } from './row-index.ts';
import type { Place, RowIndex, Shelf } from './row-index.ts';
import { segmentFiles } from './segment.ts';
import { segmentsAtOnce } from './sizes.ts';
import type { Sizes } from './sizes.ts';
import type { Catch } from './store.ts';

/** What changed since the last look; `moved`: another process rewrote files, so that any row may differ. */
export type Changes = { readonly ids: ReadonlySet<MentionId>; readonly moved: boolean };

/** The mentions and source states of a store: segments named by the manifest, and a log of merges since. */
export const openCollection = async (
  directory: string,
  exclusively: Exclusively,
  report: DamageReport,
  sizes: Sizes,
) => {
  const manifest = manifestFile(directory, currentSchema, report);
  const isCurrent = (segment: Segment) =>
    !manifest.isStale() && manifest.current().segments.some(({ id }) => id === segment.id);
  const files = segmentFiles(directory, report, isCurrent);
  const pending = new Map<MentionId, Written>();
  const states = new Map<SourceId, SourceState>();
  let shelves = new Map<number, Shelf>();
  let log: AppendLog;
  let rows: RowIndex | undefined;
  let keys: KeyIndex | undefined;
  let keysLoading: Promise<KeyIndex> | undefined;
  let [copyIsGood, loads] = [false, 0];

  const begin = () => {
    const { generation, states: known } = manifest.current();
    log = openMergeLog(directory, generation, report);
    pending.clear();
    for (const state of known) states.set(state.id, state);
  };
  const load = async () => {
    await manifest.read();
    begin();
    [rows, keys, keysLoading, copyIsGood] = [undefined, undefined, undefined, false];
    loads++;
    near.forget();
  };
  const apply = ({ states: fresh, mentions }: Merge) => {
    for (const state of fresh) states.set(state.id, state);
    for (const written of mentions) {
      const { mention, verdict } = written.held;
      pending.set(mention.id, written);
      rows?.put(bareRow(mention, verdict));
      keys?.put(written.held);
    }
  };

  /** Reads what was added to the log; false when its end does not prove itself. */
  const readLog = async (ids: Set<MentionId>): Promise<boolean> => {
    for (;;) {
      const { records, sound, more } = log.read();
      for (const record of records) {
        const merge = mergeOn(record, report);
        apply(merge);
        for (const { held } of merge.mentions) ids.add(held.mention.id);
      }
      if (!more) return sound;
      await breathe();
    }
  };

  /** Catches up with other processes; `locked` when the caller holds the lock. */
  const refresh = async (locked = false): Promise<Changes> => {
    const ids = new Set<MentionId>();
    let moved = false;
    const mend = async () => {
      if (manifest.isStale()) return;
      if (!copyIsGood) await manifest.settle();
      copyIsGood = true;
      if (!(await log.settle()).restart) return;
      await load();
      moved = true;
    };
    for (;;) {
      if (manifest.isStale()) {
        await load();
        moved = true;
      }
      if (locked) await mend();
      if ((await readLog(ids)) && (locked || log.agrees())) return { ids, moved };
      if (!manifest.isStale() && !locked) await exclusively(mend);
    }
  };

  const loadRows = async (): Promise<RowIndex> => {
    for (;;) {
      if (rows) return rows;
      const { segments, generation } = manifest.current();
      const read = new Map<Segment, Shelf>();
      for (const segment of segments) {
        const shelf = shelves.get(segment.id) ?? (await files.rows(segment));
        read.set(segment, shelf);
        if (read.size % segmentsAtOnce === 0) await breathe();
      }
      // Others may have read meanwhile: the files were rewritten, or there are rows on which something is shown already.
      if (manifest.current().generation !== generation || rows) continue;
      shelves = new Map([...read].map(([segment, shelf]) => [segment.id, shelf]));
      rows = rowIndex(read);
      for (const { held } of pending.values()) rows.put(bareRow(held.mention, held.verdict));
    }
  };

  const readKeys = async (): Promise<KeyIndex> => {
    const reading = loads;
    try {
      const fresh = await readKeyIndex(manifest.current().segments, files);
      // Others rewrote the files meanwhile: what was read would never hear of what comes now.
      if (reading !== loads) return await loadKeys();
      for (const { held } of pending.values()) fresh.put(held);
      return (keys = fresh);
    } catch (error) {
      if (reading === loads) keysLoading = undefined;
      throw error;
    }
  };
  const loadKeys = () => (keysLoading ??= readKeys());

  const read = async (id: MentionId, place: Place | undefined): Promise<Held | undefined> =>
    pending.get(id)?.held ?? (place && (await files.readOne(id, place)));

  const near = nearSegments(
    files,
    () => manifest.current().segments,
    pending,
    async id => read(id, (await loadKeys()).get(id)?.place),
  );

  const append = async (merge: Merge) => {
    await log.append(recordOf(merge, log.position().link)).catch((error: unknown) => {
      near.forget();
      throw error;
    });
    apply(merge);
  };

  const rewrite = async (gone: ReadonlySet<MentionId>) => {
    const index = await loadKeys();
    const dropped = new Set([...gone].filter(id => index.get(id)));
    const before = manifest.current();
    await sweep(directory, before);
    const { next, written } = await compact(
      before,
      pending,
      files,
      id => index.get(id)?.place?.segment,
      sizes.segment,
      dropped,
    );
    await manifest.write({ ...next, states: [...states.values()] });
    if (dropped.size > 0) {
      await load();
      return;
    }
    for (const [segment, mentions] of written) {
      index.shelve(segment, mentions.keyed);
      near.shelve(segment, mentions.keyed);
      shelves.set(segment.id, mentions.shelf);
    }
    const current = new Map<Segment, Shelf>();
    for (const segment of next.segments) {
      const shelf = shelves.get(segment.id);
      if (shelf) current.set(segment, shelf);
    }
    shelves = new Map([...current].map(([segment, shelf]) => [segment.id, shelf]));
    rows?.shelve(current);
    begin();
  };

  await load();
  // So that an older program, which could not read what is written from now on, refuses this store.
  if (manifest.isOld() || !manifest.isThere()) {
    await exclusively(manifest.settleForm);
    await load();
  }

  return {
    refresh,
    loadRows,
    loadKeys,
    read,
    states: (): ReadonlyMap<SourceId, SourceState> => new Map(states),
    /** Folds catches in, durably; only under the lock and after `refresh`. */
    merge: async (catches: readonly Catch[], gone: ReadonlySet<string>): Promise<Folded> => {
      const items = catches.flatMap(caught => caught.items);
      const index = items.length > 0 ? await loadKeys() : keyIndex();
      const { under, unknown } = await lookUp(items, index, read);
      const coming = unknown.filter(item => !isGone(item, gone));
      const folded = foldCatches(catches, under, gone, await near.prepare(coming));
      const mentions = [...folded.changed.values()].map(write);
      await append({ states: [...folded.states.values()], mentions: readable(mentions, report) });
      return folded;
    },
    /** Takes near duplicates out of a mention; only under the lock and after `refresh`. */
    unfold: async (id: MentionId): Promise<readonly Held[]> => {
      const held = await read(id, (await loadKeys()).get(id)?.place);
      const parts = held?.folded ? unfolded(held) : [];
      if (parts.length > 0) await append({ states: [], mentions: parts.map(write) });
      return parts;
    },
    /** Whether so much has been merged that it should become segments. */
    isLong: () => pending.size >= sizes.segment || log.position().offset >= sizes.log,
    /** Turns what was merged into segments; only under the lock. */
    rewrite,
    /** Rewrites what holds these mentions, and leaves no file behind in which they stood; only under the lock. */
    erase: async (gone: ReadonlySet<MentionId>): Promise<void> => {
      await rewrite(gone);
      await sweep(directory, manifest.current());
      await rm(join(directory, 'damaged'), { recursive: true, force: true });
    },
    files,
    segments: () => manifest.current().segments,
    pending: pending as ReadonlyMap<MentionId, Written>,
    /** Checks the manifest and the log of merges, and their copies; the segments are checked one by one. */
    check: () =>
      exclusively(async () => {
        await manifest.settle();
        await log.check();
      }),
  };
};
export type Collection = Awaited<ReturnType<typeof openCollection>>;

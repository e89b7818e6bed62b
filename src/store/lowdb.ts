import { join } from 'node:path';
import type { MentionId } from '../core/mention.ts';
import { rowOf } from '../core/row.ts';
import type { Row } from '../core/row.ts';
import type { Log } from '../log.ts';
import { openActs } from './acts.ts';
import { openCollection } from './collection.ts';
import type { Changes } from './collection.ts';
import { damageReport } from './damage.ts';
import { explained, makeDirectory } from './disk.ts';
import { findIn } from './find.ts';
import { fileLeases } from './leases.ts';
import { exclusively } from './lock.ts';
import { checkSegments, checkSizes } from './check.ts';
import { rowsOf } from './fold-catches.ts';
import { SegmentGone } from './segment.ts';
import { isSame, show } from './shown.ts';
import type { Shown } from './shown.ts';
import { usualSizes } from './sizes.ts';
import type { Sizes } from './sizes.ts';
import { spoken } from './spoken.ts';
import type { Catch, Kept, Recorded, Store } from './store.ts';
import { tombstone } from './tombstone.ts';
import { together, turns } from './turns.ts';
import { watchDirectory } from './watch.ts';

export type Outside = { readonly now: () => Date; readonly log: Log };

/** Mentions that are written in one go; some 20 ms. */
const mergedAtOnce = 300;

/** Opens the store in a directory, which is made when it is not there; throws `StoreError` when it cannot be used. */
export const openLowdbStore = (
  directory: string,
  outside: Outside,
  sizes = usualSizes,
): Promise<Store> => explained(directory, () => open(directory, outside, sizes));

const open = async (directory: string, { now, log }: Outside, sizes: Sizes): Promise<Store> => {
  for (const folder of ['', 'segments', 'locks', 'backup', 'backup/segments'])
    await makeDirectory(join(directory, folder));
  const report = damageReport(directory, now, log);
  const mentionLock = exclusively(join(directory, 'locks', 'mentions'), now);
  const actLock = exclusively(join(directory, 'locks', 'acts'), now);
  const collection = await openCollection(directory, mentionLock, report, sizes);
  const acts = await openActs(directory, actLock, report, sizes);
  const [mentionTurns, actTurns] = [turns(), turns()];
  const listeners = new Set<(rows: readonly Row[], seq: number) => void>();
  const watches = new Set<() => void>();
  let shown: Shown | undefined;
  let before: Shown | undefined;
  let merging = 0;

  const tell = (ids: Iterable<MentionId>) => {
    const rows = [...new Set(ids)].flatMap(id => shown?.rowOf(id) ?? []);
    if (rows.length > 0) for (const listener of listeners) listener(rows, acts.seq());
  };
  const absorbActs = (ids: ReadonlySet<MentionId>) => {
    shown?.renew(ids);
    tell(ids);
  };
  const absorbMentions = ({ ids, moved }: Changes) => {
    if (moved) [before, shown] = [before ?? shown, undefined];
    shown?.renew(ids);
    tell(ids);
  };
  const refreshActs = () => actTurns.take(async () => absorbActs(await acts.refresh()));
  const catchUp = () => mentionTurns.take(async () => absorbMentions(await collection.refresh()));
  /** Catches up with what other processes merged, but never waits for a merge of our own. */
  const refreshMentions = async () => {
    if (merging === 0) await catchUp();
  };
  const whileCurrent = async <T>(read: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries++) {
      try {
        return await read();
      } catch (error) {
        if (!(error instanceof SegmentGone) || tries > 20) throw error;
        await catchUp();
      }
    }
  };
  const view = () =>
    whileCurrent(async () => {
      const index = await collection.loadRows();
      shown ??= show(index, acts.ledger);
      const old = before;
      before = undefined;
      if (old) tell(shown.rows().flatMap(row => (isSame(row, old.rowOf(row.id)) ? [] : [row.id])));
      return shown;
    });
  const refreshed = async () => {
    await Promise.all([refreshActs(), refreshMentions()]);
    return view();
  };

  const mentions = async (ids: readonly MentionId[]): Promise<readonly Kept[]> => {
    await refreshed();
    return whileCurrent(async () => {
      const index = await collection.loadRows();
      const kept: Kept[] = [];
      for (const id of ids) {
        if (acts.ledger().gone.mentions.has(id)) continue;
        const held = await collection.read(id, index.placeOf(id));
        if (held) kept.push({ ...held, triage: acts.ledger().triageOf(id) });
      }
      return kept;
    });
  };

  const mergeAll = (catches: readonly Catch[]) => {
    merging++;
    const turn = mentionTurns.take(async () => {
      await refreshActs();
      return mentionLock(async () => {
        absorbMentions(await collection.refresh(true));
        const { gone } = acts.ledger();
        const folded = await collection.merge(catches, gone.prints);
        shown?.renew(folded.changed.keys());
        const merged = rowsOf(folded, id => acts.ledger().triageOf(id));
        if (collection.isLong())
          await collection.rewrite(gone.mentions).catch((error: unknown) => {
            // What was merged is durable in the log, which is only read more slowly.
            log('warn', 'store.rewrite.failed', { why: String(error) });
          });
        return merged;
      });
    });
    return turn.finally(() => merging--);
  };

  const store: Store = {
    rows: async () => (await refreshed()).rows(),
    mentions,
    find: async (query, reader) => {
      const { rows } = await refreshed();
      return whileCurrent(() => findIn(collection, rows(), query, reader));
    },
    known: async keys => {
      await refreshMentions();
      const index = await whileCurrent(() => collection.loadKeys());
      return new Map(
        keys.flatMap(key => {
          const known = index.get(key);
          if (!known) return [];
          const { place: _, ...told } = known;
          return [[key, told]];
        }),
      );
    },
    merge: together(mergeAll, ({ items }) => items.length, mergedAtOnce),
    record: async (deeds, unlessSince): Promise<Recorded> => {
      const outcome = await actTurns.take(() => acts.record(deeds, unlessSince));
      const drawn = await view();
      absorbActs(outcome.others);
      if (outcome.kind === 'conflict') return { kind: 'conflict', act: outcome.act };
      drawn.renew(outcome.touched);
      const rows = [...outcome.touched].flatMap(id => drawn.rowOf(id) ?? []);
      return { kind: 'recorded', seq: outcome.seq, rows };
    },
    unfold: id =>
      mentionTurns.take(() =>
        mentionLock(async () => {
          absorbMentions(await collection.refresh(true));
          const parts = await collection.unfold(id);
          shown?.renew(parts.map(({ mention }) => mention.id));
          const { triageOf } = acts.ledger();
          return parts.map(({ mention, verdict }) => rowOf(mention, verdict, triageOf(mention.id)));
        }),
      ),
    purge: async (ids, by, reason) => {
      const found = await mentions([...new Set(ids)]);
      if (found.length === 0) return 0;
      const outcome = await store.record([tombstone(found, by, reason, now())]);
      if (outcome.kind === 'conflict') throw new Error('a tombstone cannot conflict');
      await mentionTurns.take(() =>
        mentionLock(async () => {
          absorbMentions(await collection.refresh(true));
          await collection.erase(acts.ledger().gone.mentions);
          absorbMentions({ ids: new Set(), moved: true });
        }),
      );
      await actTurns.take(async () => {
        absorbActs(await acts.erase());
        await acts.save(0);
      });
      return found.length;
    },
    acts: mention =>
      actTurns.take(async () => {
        const all = await acts.all();
        return mention === undefined ? [...all] : [...acts.ledger().actsOn(mention)];
      }),
    seq: async () => {
      await refreshActs();
      return acts.seq();
    },
    sourceStates: async () => {
      await refreshMentions();
      return collection.states();
    },
    lease: fileLeases(directory, now),
    watch: listener => {
      listeners.add(listener);
      const stop = watchDirectory(directory, () => {
        refreshed().catch((error: unknown) =>
          log('warn', 'store.watch.failed', { why: String(error) }),
        );
      });
      watches.add(stop);
      return () => {
        stop();
        watches.delete(stop);
        listeners.delete(listener);
      };
    },
    verify: async () => {
      await refreshed();
      await acts.check();
      await collection.check();
      await whileCurrent(() => checkSegments(collection));
      return [...report.found];
    },
    damage: report.found,
    close: async () => {
      for (const stop of watches) stop();
      await mentionTurns.take(async () => undefined);
      await actTurns
        .take(() => acts.save())
        .catch((error: unknown) => {
          // It only spares the next process some reading; what it owes a purge, the next one owes too.
          log('warn', 'store.save.failed', { why: String(error) });
        });
      listeners.clear();
    },
  };
  await catchUp();
  await refreshActs();
  await whileCurrent(() => checkSizes(collection));
  return spoken(store, directory);
};

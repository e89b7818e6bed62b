import { unfolded } from '../core/identity.ts';
import type { Held } from '../core/identity.ts';
import type { MentionId, SourceId } from '../core/mention.ts';
import { createLedger } from '../core/ledger.ts';
import { matches } from '../core/query.ts';
import { byPriority, rowOf } from '../core/row.ts';
import type { Row } from '../core/row.ts';
import type { SourceState } from '../core/source.ts';
import { foldCatches, rowsOf } from './fold-catches.ts';
import { nearHeld } from './near-held.ts';
import { knownOf } from './known.ts';
import { tombstone } from './tombstone.ts';
import { memoryLeases } from './memory-leases.ts';
import type { Recorded, Store } from './store.ts';

/** A store that lives as long as the process: for tests, and for looking without keeping. */
export const memoryStore = (now: () => Date): Store => {
  const held = new Map<MentionId, Held>();
  const byKey = new Map<string, MentionId>();
  const states = new Map<SourceId, SourceState>();
  const ledger = createLedger();
  const near = nearHeld(id => held.get(id));
  let rows: readonly Row[] | undefined;

  const lookUp = (key: string): Held | undefined => {
    const id = byKey.get(key);
    return id === undefined ? undefined : held.get(id);
  };
  const rowsUnder = (ids: readonly MentionId[]): readonly Row[] =>
    ids.flatMap(id => {
      const found = held.get(id);
      return found ? [rowOf(found.mention, found.verdict, ledger.triageOf(id))] : [];
    });
  const allRows = () => (rows ??= rowsUnder([...held.keys()]));
  const textOf = (id: MentionId) => {
    const mention = held.get(id)?.mention;
    return `${mention?.title ?? ''}\n${mention?.text ?? ''}`;
  };

  return {
    rows: async () => allRows(),
    mentions: async ids =>
      ids.flatMap(id => {
        const found = held.get(id);
        return found ? [{ ...found, triage: ledger.triageOf(id) }] : [];
      }),
    find: async (query, reader) =>
      allRows()
        .filter(row => matches(query, row, reader, () => textOf(row.id)))
        .sort(byPriority),
    known: async keys =>
      new Map(
        keys.flatMap(key => {
          const found = lookUp(key);
          if (!found) return [];
          return [[key, knownOf(found)]];
        }),
      ),
    merge: async catches => {
      const folded = foldCatches(catches, lookUp, ledger.gone.prints, near);
      for (const [id, item] of folded.changed) {
        held.set(id, item);
        for (const key of item.keys) byKey.set(key, id);
      }
      for (const [id, state] of folded.states) states.set(id, state);
      if (folded.changed.size > 0) rows = undefined;
      return rowsOf(folded, ledger.triageOf);
    },
    record: async (acts, unlessSince): Promise<Recorded> => {
      const act = unlessSince === undefined ? undefined : ledger.newerThan(unlessSince, acts);
      if (act) return { kind: 'conflict', act };
      const touched = acts.flatMap(act => ledger.add({ ...act, seq: ledger.seq() + 1 }));
      if (touched.length > 0) rows = undefined;
      return { kind: 'recorded', seq: ledger.seq(), rows: rowsUnder([...new Set(touched)]) };
    },
    unfold: async id => {
      const found = held.get(id);
      const parts = found?.folded ? unfolded(found) : [];
      for (const part of parts) {
        held.set(part.mention.id, part);
        for (const key of part.keys) byKey.set(key, part.mention.id);
        near.put(part);
      }
      rows = undefined;
      return rowsUnder(parts.map(({ mention }) => mention.id));
    },
    purge: async (mentions, by, reason) => {
      const found = [...new Set(mentions)].flatMap(id => held.get(id) ?? []);
      if (found.length === 0) return 0;
      ledger.add({ ...tombstone(found, by, reason, now()), seq: ledger.seq() + 1 });
      for (const { mention, keys } of found) {
        held.delete(mention.id);
        near.remove(mention.id);
        for (const key of keys) byKey.delete(key);
      }
      rows = undefined;
      return found.length;
    },
    acts: async mention => [...(mention === undefined ? ledger.acts() : ledger.actsOn(mention))],
    seq: async () => ledger.seq(),
    sourceStates: async () => new Map(states),
    lease: memoryLeases(now),
    watch: () => () => undefined,
    verify: async () => [],
    damage: [],
    close: async () => undefined,
  };
};

import { foldedInto, isGone, reconcile } from '../core/identity.ts';
import type { Held } from '../core/identity.ts';
import type { MentionId, SourceId } from '../core/mention.ts';
import type { SourceState } from '../core/source.ts';
import { rowOf } from '../core/row.ts';
import type { Row } from '../core/row.ts';
import type { Triage } from '../core/triage.ts';
import type { Catch, Merged } from './store.ts';

/** What a merge changes: the mentions to write, the states to write, and what to tell of each catch. */
export type Folded = {
  readonly changed: ReadonlyMap<MentionId, Held>;
  readonly states: ReadonlyMap<SourceId, SourceState>;
  readonly outcomes: readonly Outcome[];
};

export type Outcome = {
  readonly source: SourceId;
  readonly added: readonly MentionId[];
  readonly updated: readonly MentionId[];
  readonly duplicates: readonly MentionId[];
};

/** Finds the held item that says nearly the same as another; `changed` gives those that this merge has changed. */
export type Near = {
  readonly find: (item: Held, changed: (id: MentionId) => Held | undefined) => Held | undefined;
  /** Makes an item findable, by the words that it has now. */
  readonly put: (item: Held) => void;
};

/** Folds catches into what is held under their keys, without what was purged (`gone` fingerprints); `heldUnder` need only know of mentions that share a key with an item. */
export const foldCatches = (
  catches: readonly Catch[],
  heldUnder: (key: string) => Held | undefined,
  gone: ReadonlySet<string>,
  near: Near,
): Folded => {
  const changed = new Map<MentionId, Held>();
  const fresh = new Map<string, MentionId>();
  const states = new Map<SourceId, SourceState>();
  const latest = (key: string): Held | undefined => {
    const id = fresh.get(key);
    const held = id === undefined ? heldUnder(key) : changed.get(id);
    return held && (changed.get(held.mention.id) ?? held);
  };
  const outcomes = catches.map(({ state, items }) => {
    const ids = { added: new Set<MentionId>(), updated: new Set<MentionId>() };
    const duplicates = new Set<MentionId>();
    states.set(state.id, state);
    for (const item of items) {
      if (isGone(item, gone)) continue;
      const known = firstHeld(item.keys, latest);
      const twin = known ? undefined : near.find(item, id => changed.get(id));
      const result = twin ? foldedInto(twin, item) : reconcile(known, item);
      if (result.kind === 'unchanged') continue;
      if (result.kind === 'added') near.put(result.held);
      const { id } = result.held.mention;
      // Each key belongs to one mention, the first that had it, so that any order of reading finds the same one.
      const keys = result.held.keys.filter(key => (latest(key)?.mention.id ?? id) === id);
      changed.set(id, { ...result.held, keys });
      for (const key of keys) fresh.set(key, id);
      if (result.kind === 'duplicate') duplicates.add(id);
      else if (!ids.added.has(id)) ids[result.kind].add(id);
    }
    return {
      source: state.id,
      added: [...ids.added],
      updated: [...ids.updated],
      duplicates: [...duplicates],
    };
  });
  // Edited ones only now: until then an item is looked up among those that were read to be compared with.
  for (const held of changed.values()) near.put(held);
  return { changed, states, outcomes };
};

const firstHeld = (
  keys: readonly string[],
  latest: (key: string) => Held | undefined,
): Held | undefined => {
  for (const key of keys) {
    const held = latest(key);
    if (held) return held;
  }
  return undefined;
};

/** What to tell of each catch, with rows as they are after the whole merge. */
export const rowsOf = (
  { changed, outcomes }: Folded,
  triageOf: (id: MentionId) => Triage,
): readonly Merged[] => {
  const rows = (ids: readonly MentionId[]): readonly Row[] =>
    ids.flatMap(id => {
      const held = changed.get(id);
      return held ? [rowOf(held.mention, held.verdict, triageOf(id))] : [];
    });
  return outcomes.map(({ source, added, updated, duplicates }) => ({
    source,
    added: rows(added),
    updated: rows(updated),
    duplicates: rows(duplicates),
  }));
};

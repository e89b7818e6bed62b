import type { Entry } from '../core/mention.ts';
import type { Source, SourceState } from '../core/source.ts';
import type { Judge } from '../scan/judge.ts';
import { takeIn } from '../scan/take-in.ts';
import type { TakenIn } from '../scan/take-in.ts';
import type { Store } from '../store/store.ts';
import type { Workspace } from './workspace.ts';

type How = { readonly dryRun: boolean; readonly signal: AbortSignal; readonly now: Date };

/** Takes entries of a file into a source's mentions. What an export of ours brings back and is held is never written over. */
export const takeInto = async (
  source: Source,
  entries: readonly Entry[],
  { store, judge }: { readonly store: Store; readonly judge: Judge },
  { config }: Workspace,
  { dryRun, signal, now }: How,
): Promise<TakenIn> => {
  const before = (await store.sourceStates()).get(source.id);
  const isScanned = config?.sources.some(({ id }) => id === source.id) ?? false;
  const state = isScanned
    ? (before ?? unscanned(source))
    : importedState(source, entries.length, now);
  const held = await store.known(entries.flatMap(({ exported }) => exported?.id ?? []));
  const fresh = entries.filter(({ exported }) => !exported || !held.has(exported.id));
  const dependencies = { store, judge, rules: config?.rules ?? [], now };
  const taken = await takeIn(fresh, source, state, dependencies, { dryRun, signal });
  return { ...taken, unchanged: taken.unchanged + entries.length - fresh.length };
};

const importedState = ({ id }: Source, entries: number, now: Date): SourceState => {
  const at = now.toISOString();
  return {
    id,
    health: 'fresh',
    checkedAt: at,
    succeededAt: at,
    failures: 0,
    entries,
    seeded: true,
  };
};

/** A source that the next scan will look at for the first time, as if nothing had been imported. */
const unscanned = ({ id }: Source): SourceState => ({
  id,
  health: 'fresh',
  checkedAt: new Date(0).toISOString(),
  failures: 0,
  entries: 0,
  seeded: false,
});

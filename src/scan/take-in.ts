import type { Entry } from '../core/mention.ts';
import type { Source, SourceState } from '../core/source.ts';
import type { Store } from '../store/store.ts';
import { candidatesOf } from './candidates.ts';
import { freshItems } from './fresh-items.ts';
import type { Ingest } from './fresh-items.ts';
import { ruleOnMerged } from './ruling.ts';
import { rehearse, tallyOf } from './tally.ts';
import type { Tally } from './tally.ts';

/** What became of entries that did not come from a look; `unchanged` were held already, `dropped` by a rule. */
export type TakenIn = Tally & { readonly unchanged: number; readonly dropped: number };

/** So many are judged and written at a time. */
const atOnce = 500;

/** Takes in entries that a person hands us, the same way as a scan does. Once aborted, no more are begun. */
export const takeIn = async (
  entries: readonly Entry[],
  source: Source,
  state: SourceState,
  dependencies: Ingest & { readonly store: Store },
  { dryRun, signal }: { readonly dryRun: boolean; readonly signal: AbortSignal },
): Promise<TakenIn> => {
  const { store, rules = [], now } = dependencies;
  const candidates = candidatesOf(entries, source, now);
  let sum: Tally = { added: 0, updated: 0, duplicates: 0, flagged: 0, flags: {} };
  let allDropped = 0;
  for (let from = 0; from < candidates.length && !signal.aborted; from += atOnce) {
    const part = candidates.slice(from, from + atOnce);
    const { items, dropped } = await freshItems(part, source, dependencies);
    allDropped += dropped;
    const caught = { state, items };
    if (dryRun) {
      sum = plus(sum, await rehearse(caught, store));
      continue;
    }
    const merged = await store.merge([caught]);
    for (const outcome of await ruleOnMerged(merged, rules, store, now))
      sum = plus(sum, tallyOf(outcome));
  }
  const handled = sum.added + sum.updated + sum.duplicates + allDropped;
  return { ...sum, dropped: allDropped, unchanged: entries.length - handled };
};

const plus = (a: Tally, b: Tally): Tally => ({
  added: a.added + b.added,
  updated: a.updated + b.updated,
  duplicates: a.duplicates + b.duplicates,
  flagged: a.flagged + b.flagged,
  flags: Object.fromEntries(
    [...Object.keys(a.flags ?? {}), ...Object.keys(b.flags ?? {})].map(kind => {
      const flag = kind as keyof NonNullable<Tally['flags']>;
      return [flag, (a.flags?.[flag] ?? 0) + (b.flags?.[flag] ?? 0)];
    }),
  ),
});

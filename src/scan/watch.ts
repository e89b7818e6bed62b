import type { ScanEvent } from '../core/scan-event.ts';
import { UserError } from '../core/user-error.ts';
import { dueAt, plan } from './plan.ts';
import { scan } from './scan.ts';
import type { ScanDependencies, ScanOptions } from './scan.ts';

export type WatchDependencies = ScanDependencies & {
  /** Resolves after so many milliseconds, or when aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
};

export type WatchEvent =
  | ScanEvent
  /** A round that could not be; it is tried again. */
  | { readonly type: 'missed'; readonly why: string };

/** A machine that was suspended wakes with its timers late: nobody sleeps longer than this at once, in milliseconds. */
const longestSleep = 60_000;
const shortestSleep = 1000;

/** Scans whenever a source is due, until aborted. */
export async function* watch(
  dependencies: WatchDependencies,
  options: Omit<ScanOptions, 'force' | 'dryRun'>,
): AsyncGenerator<WatchEvent, void> {
  const { sources, store, now, sleep } = dependencies;
  const { signal } = options;
  while (!signal.aborted) {
    const states = await store.sourceStates();
    if (plan(sources, states, {}, now().getTime()).length > 0)
      try {
        yield* scan(dependencies, { ...options, waitMs: longestSleep });
      } catch (error) {
        // Somebody else scans, or the store is in trouble that may pass; anything else is a fault of ours.
        if (!isPassing(error)) throw error;
        yield { type: 'missed', why: error.message };
        await sleep(longestSleep, signal);
      }
    const after = await store.sourceStates();
    const at = now().getTime();
    const due = sources
      .filter(({ enabled }) => enabled)
      .map(source => dueAt(source, after.get(source.id), at) - at);
    await sleep(Math.max(shortestSleep, Math.min(longestSleep, ...due)), signal);
  }
}

const isPassing = (error: unknown): error is Error =>
  error instanceof UserError || (error instanceof Error && error.name === 'StoreError');

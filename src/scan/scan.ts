import { setMaxListeners } from 'node:events';
import type { SourceId } from '../core/mention.ts';
import type { ScanEvent } from '../core/scan-event.ts';
import type { Rule } from '../core/rules.ts';
import type { Source, SourceState } from '../core/source.ts';
import { exitCodes, UserError } from '../core/user-error.ts';
import type { Log } from '../log.ts';
import type { Looked } from '../sources/look.ts';
import type { Store } from '../store/store.ts';
import { alertsSince } from './alerting.ts';
import type { Take } from './back-pressure.ts';
import { createChannel } from './channel.ts';
import { clockTime } from './clock-time.ts';
import type { Judge } from './judge.ts';
import { plan } from './plan.ts';
import { run } from './run.ts';
import { addTo, nothingDone } from './tally.ts';

export type ScanDependencies = {
  readonly sources: readonly Source[];
  readonly store: Store;
  readonly judge: Judge;
  /** The user's own, in order. */
  readonly rules?: readonly Rule[];
  /** Told how many items were read, and when they are stored or given up. */
  readonly take: Take;
  /** Looks at one source; never rejects for what the source does. */
  readonly look: (
    source: Source,
    state: SourceState | undefined,
    signal: AbortSignal,
  ) => Promise<Looked>;
  readonly now: () => Date;
  readonly log: Log;
  /** Who scans; told to whoever else wants to. */
  readonly holder: string;
};

export type ScanOptions = {
  readonly signal: AbortSignal;
  /** Looks at once. */
  readonly concurrency: number;
  readonly force?: boolean;
  readonly only?: readonly SourceId[];
  /** Looks and counts, and stores nothing. */
  readonly dryRun?: boolean;
  /** Milliseconds to wait for another scan to end. */
  readonly waitMs?: number;
  /** IANA name of the zone in which times are told. */
  readonly timeZone?: string;
};

/** One pass over the sources that are due. Aborting ends it cleanly: what is merged stays, what was not read is as before. */
export async function* scan(
  dependencies: ScanDependencies,
  options: ScanOptions,
): AsyncGenerator<ScanEvent, void> {
  const release = options.dryRun ? undefined : await takeLease(dependencies, options);
  try {
    yield* passOver(dependencies, options);
  } finally {
    await release?.();
  }
}

const takeLease = async (
  { store, holder, now }: ScanDependencies,
  { waitMs = 0, timeZone }: ScanOptions,
) => {
  const lease = await store.lease('scan', holder, waitMs);
  if (lease.kind === 'held') return lease.release;
  const since = clockTime(lease.since, now(), timeZone);
  throw new UserError(
    `${lease.by} has been scanning since ${since}; try again later, or wait with --wait.`,
    exitCodes.failed,
  );
};

async function* passOver(
  dependencies: ScanDependencies,
  options: ScanOptions,
): AsyncGenerator<ScanEvent, void> {
  const { sources, store, now, log } = dependencies;
  const started = now().getTime();
  const states = await store.sourceStates();
  // What is only rehearsed changes nothing, so nothing can be unusual.
  const alerts = options.dryRun ? undefined : await alertsSince(store, sources, states);
  const due = plan(sources, states, options, started);
  yield { type: 'start', sources: due.length, skipped: sources.length - due.length };

  const stop = new AbortController();
  const onAbort = () => stop.abort();
  if (options.signal.aborted) onAbort();
  options.signal.addEventListener('abort', onAbort, { once: true });
  // Each look listens to it; there are as many as the configuration allows.
  setMaxListeners(0, stop.signal);
  const channel = createChannel<ScanEvent>();
  const working = run(dependencies, options, { due, states, channel, stop });
  let done = nothingDone;
  try {
    for await (const event of channel) {
      if (event.type === 'source') done = addTo(done, event);
      yield event;
    }
  } finally {
    // Whoever reads the events may stop reading; then the work stops too.
    stop.abort();
    options.signal.removeEventListener('abort', onAbort);
    await working;
  }
  if (!options.signal.aborted) yield* (await alerts?.(now().getTime())) ?? [];
  done = { ...done, ms: now().getTime() - started };
  const { type: _, ...counts } = done;
  log('info', 'scan.done', counts);
  yield done;
}

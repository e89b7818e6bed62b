import type { ScanEvent, SourceScanned } from '../core/scan-event.ts';
import type { SourceId } from '../core/mention.ts';
import type { Source, SourceState } from '../core/source.ts';
import type { Gone, Looked } from '../sources/look.ts';
import type { Catch } from '../store/store.ts';
import { createBatches } from './batches.ts';
import { catchOf } from './catch.ts';
import type { Channel } from './channel.ts';
import { forget } from './forget.ts';
import { clockTime } from './clock-time.ts';
import { inPool } from './pool.ts';
import type { ScanDependencies, ScanOptions } from './scan.ts';
import { ruleOnMerged } from './ruling.ts';
import { rehearse, tallyOf } from './tally.ts';
import type { Tally } from './tally.ts';

export type Run = {
  readonly due: readonly Source[];
  readonly states: ReadonlyMap<SourceId, SourceState>;
  readonly channel: Channel<ScanEvent>;
  /** Aborted from outside to end early, and from inside when the store fails. */
  readonly stop: AbortController;
};

/** One source that was looked at and not yet stored; it does not hold on to what the look brought. */
type Finished = {
  readonly caught: Catch;
  readonly told: Omit<SourceScanned, keyof Tally>;
  readonly source: Source;
  readonly gone: readonly Gone[];
};

/** Looks at what is due, a few at a time, and stores it in batches; tells the channel, and never rejects. */
export const run = async (
  dependencies: ScanDependencies,
  options: ScanOptions,
  { due, states, channel, stop }: Run,
): Promise<void> => {
  const { store, rules = [], now } = dependencies;
  const tell = ({ told }: Finished, tally: Tally) => channel.push({ ...told, ...tally });
  const batches = createBatches<Finished>(async batch => {
    const stored = await store.merge(batch.map(({ caught }) => caught));
    const merged = await ruleOnMerged(stored, rules, store, now());
    for (const [index, outcome] of merged.entries()) {
      const finished = batch[index];
      if (!finished) continue;
      const { gone, source, caught } = finished;
      const how = { store, judge: dependencies.judge, now: now() };
      const deleted = gone.length === 0 ? 0 : await forget(gone, source, caught.state, how);
      tell(finished, { ...tallyOf(outcome), ...(deleted > 0 ? { deleted } : {}) });
    }
  });
  const takeIn = async (source: Source, looked: Looked, started: number) => {
    const settle = dependencies.take(looked.kind === 'entries' ? looked.entries.length : 0);
    try {
      const how = { ...dependencies, ...options, started };
      const finished = await finish(source, states.get(source.id), looked, how);
      if (options.dryRun) tell(finished, await rehearse(finished.caught, store));
      else await batches.land(finished, finished.caught.items.length);
    } finally {
      settle();
    }
  };
  /** Judged and stored while the next sources are looked at, so that a slow disk keeps no source waiting. */
  const takenIn: Promise<void>[] = [];
  const visit = async (source: Source) => {
    channel.push({ type: 'fetching', id: source.id });
    const started = now().getTime();
    const looked = await look(source, states.get(source.id), dependencies, stop.signal);
    if (stop.signal.aborted) return;
    const done = takeIn(source, looked, started);
    done.catch(() => stop.abort());
    takenIn.push(done);
  };
  try {
    await inPool(due, options.concurrency, stop, visit);
    // All of them first: nothing may still be under way when the scan is said to have failed.
    await Promise.allSettled(takenIn);
    await Promise.all(takenIn);
    await batches.finish();
    channel.end();
  } catch (error) {
    channel.end(error instanceof Error ? error : new Error(String(error)));
  }
};

const look = (
  source: Source,
  before: SourceState | undefined,
  dependencies: ScanDependencies,
  signal: AbortSignal,
): Promise<Looked> =>
  dependencies.look(source, before, signal).catch((error: unknown) => {
    // A fault of ours must not stop the other sources; its message may quote what was read, so only its name is kept.
    const name = error instanceof Error ? error.name : 'Error';
    dependencies.log('error', 'source.faulted', { source: source.id, name });
    return { kind: 'failed', why: `listen itself failed on it (${name})` } as const;
  });

const finish = async (
  source: Source,
  before: SourceState | undefined,
  looked: Looked,
  how: ScanDependencies & Pick<ScanOptions, 'timeZone'> & { readonly started: number },
): Promise<Finished> => {
  const { store, judge, rules = [], now, log, timeZone, started } = how;
  const caught = await catchOf(source, before, looked, { store, judge, rules, now: now() });
  const ended = now();
  const ms = ended.getTime() - started;
  const { dropped, state } = caught;
  const { health, entries } = state;
  log('info', 'source.scanned', { source: source.id, health, entries, ms });
  return {
    caught,
    source,
    gone: looked.kind === 'entries' ? (looked.gone ?? []) : [],
    told: { ...scanned(looked, state, ended, timeZone), ...(dropped > 0 ? { dropped } : {}), ms },
  };
};

const scanned = (
  looked: Looked,
  state: SourceState,
  now: Date,
  timeZone: string | undefined,
): Omit<Finished['told'], 'ms'> => {
  const problems = looked.kind === 'entries' ? looked.problems : [];
  const why = whyOf(looked, state, now, timeZone);
  return {
    type: 'source',
    id: state.id,
    outcome: state.health,
    ...(why === undefined ? {} : { why }),
    ...(looked.kind === 'unchanged' ? { unchanged: true } : {}),
    ...(problems.length > 0 ? { problems } : {}),
    entries: looked.kind === 'entries' ? looked.entries.length : 0,
  };
};

const whyOf = (
  looked: Looked,
  { why, nextAt }: SourceState,
  now: Date,
  timeZone: string | undefined,
): string | undefined => {
  const isWaiting = looked.kind === 'failed' || looked.kind === 'blocked';
  return why !== undefined && isWaiting && nextAt !== undefined
    ? `${why}; next try after ${clockTime(nextAt, now, timeZone)}`
    : why;
};

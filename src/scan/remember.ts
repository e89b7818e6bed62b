import type { Source, SourceState } from '../core/source.ts';
import { unitMs } from '../core/moment.ts';
import type { Looked } from '../sources/look.ts';

/** What to remember of a source after a look; `newestAt` is when the newest item that we know of was published. */
export const remember = (
  source: Source,
  before: SourceState | undefined,
  looked: Looked,
  newestAt: string | undefined,
  now: Date,
): SourceState => {
  const checkedAt = now.toISOString();
  const base = {
    id: source.id,
    checkedAt,
    ...(source.url === undefined ? {} : { url: source.url }),
  };
  switch (looked.kind) {
    case 'entries':
    case 'unchanged': {
      const { freshMs, ...notes } = looked.notes;
      return {
        ...base,
        ...notes,
        ...activity(source, newestAt, now),
        ...(freshMs === undefined ? {} : { nextAt: after(now, Math.min(freshMs, longestFresh)) }),
        ...(newestAt === undefined ? {} : { newestAt }),
        succeededAt: checkedAt,
        failures: 0,
        entries: looked.kind === 'entries' ? looked.entries.length : (before?.entries ?? 0),
        seeded: true,
      };
    }
    case 'blocked':
    case 'failed':
    case 'gone': {
      const failures = (before?.failures ?? 0) + (looked.isOffline ? 0 : 1);
      const { nextAt: _, ...kept } = before ?? { entries: 0, seeded: false };
      return {
        ...kept,
        ...base,
        health: looked.kind === 'blocked' ? 'blocked' : 'failed',
        why: looked.why,
        nextAt: looked.kind === 'gone' ? never : after(now, patience(source, failures, looked)),
        failures,
      };
    }
    default:
      return looked satisfies never;
  }
};

/** What a server may ask of us at most: nobody means to be read once a year, and a practice must hear within the day. */
const longestFresh = 6 * unitMs.h;
const longestRetryAfter = 7 * unitMs.d;
/** A machine that slept or moved finds its network again, and then nobody wants to wait. */
const soonAfterOffline = 2 * unitMs.m;
const longestBackOff = 12 * unitMs.h;

/** A source that is gone is asked again only when the user insists. */
const never = '9999-12-31T23:59:59.999Z';

/** Twice as long after each failure in a row, but never sooner than the server asks. */
const patience = (
  source: Source,
  failures: number,
  looked: { readonly retryAfterMs?: number; readonly isOffline?: true },
): number => {
  if (looked.isOffline) return Math.min(source.every, soonAfterOffline);
  const backOff = Math.min(
    source.every * 2 ** (failures - 1),
    Math.max(longestBackOff, source.every),
  );
  return Math.max(backOff, Math.min(looked.retryAfterMs ?? 0, longestRetryAfter));
};

const activity = (source: Source, newestAt: string | undefined, now: Date) => {
  const silent = newestAt === undefined ? 0 : now.getTime() - Date.parse(newestAt);
  if (newestAt === undefined || silent <= source.staleAfter) return { health: 'fresh' } as const;
  const days = Math.floor(silent / unitMs.d);
  const why = `it answers, but has had nothing new since ${newestAt.slice(0, 10)} (${days} days)`;
  return { health: 'stale', why } as const;
};

const after = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();

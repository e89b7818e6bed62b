import type { Row } from './row.ts';
import type { Bucket } from './verdict.ts';

/** How long mentions are kept in each bucket, in milliseconds; for ever where nothing is said. */
export type Retention = Readonly<Partial<Record<Bucket | 'inbox', number>>>;

/**
 * Whether a mention has been kept as long as it may: counted from its decision, in the inbox from when it was first
 * seen, and anew after an edit. `now` in milliseconds.
 */
export const isOutlived = (row: Row, retention: Retention, now: number): boolean => {
  const most = retention[row.bucket ?? 'inbox'];
  return most !== undefined && now - Math.max(row.seen, row.decidedAt ?? 0, row.edited ?? 0) > most;
};

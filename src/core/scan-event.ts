import type { Alert } from './alerts.ts';
import type { SourceId } from './mention.ts';
import type { Health } from './source.ts';
import type { FlagKind } from './verdict.ts';

/** What a scan says while it runs; `scan --json` prints `source`, `alert` and `done`, the TUI shows all. */
export type ScanEvent =
  | { readonly type: 'start'; readonly sources: number; readonly skipped: number }
  | { readonly type: 'fetching'; readonly id: SourceId }
  | SourceScanned
  | ScanAlert
  | Unnotified
  | ScanDone;

/** The user's command did not take the alerts. */
export type Unnotified = { readonly type: 'unnotified'; readonly why: string };

/** Something unusual that has become true since the scan before. */
export type ScanAlert = Alert & { readonly type: 'alert' };

export type SourceScanned = {
  readonly type: 'source';
  readonly id: SourceId;
  readonly outcome: Health;
  readonly why?: string;
  /** True when the server said that nothing changed (304). */
  readonly unchanged?: boolean;
  /** What was broken in the feed and how it was repaired, for a person. */
  readonly problems?: readonly string[];
  readonly entries: number;
  readonly added: number;
  readonly updated: number;
  readonly duplicates: number;
  /** How many a rule kept out; absent when none. */
  readonly dropped?: number;
  /** How many were deleted at the source and are no longer held as they were; absent when none. */
  readonly deleted?: number;
  readonly flagged: number;
  /** How many of the added and updated carry each flag; absent flags are none. */
  readonly flags?: Readonly<Partial<Record<FlagKind, number>>>;
  readonly ms: number;
};

export type ScanDone = {
  readonly type: 'done';
  readonly sources: number;
  readonly failed: number;
  readonly added: number;
  readonly updated: number;
  readonly duplicates: number;
  readonly dropped?: number;
  /** How many were deleted at the source and are no longer held as they were; absent when none. */
  readonly deleted?: number;
  readonly flagged: number;
  readonly ms: number;
};

/** Whether the source could not be read; a stale one could. */
export const isFailure = ({ outcome }: SourceScanned): boolean =>
  outcome === 'failed' || outcome === 'blocked';

import type { Copy, Held } from '../core/identity.ts';
import type { MentionId, SourceId } from '../core/mention.ts';
import type { Query } from '../core/query.ts';
import type { Row } from '../core/row.ts';
import type { SourceState } from '../core/source.ts';
import type { Act, RecordedAct, Triage } from '../core/triage.ts';

/** A mention with all that is held about it. */
export type Kept = Held & { readonly triage: Triage };

/** What is held under a key: the mention, the fingerprint of its words, and the duplicates that it carries, if any. */
export type Known = {
  readonly id: MentionId;
  readonly source: SourceId;
  readonly words: string;
  readonly copies?: readonly Copy[];
};

/** What one look at one source brought. */
export type Catch = { readonly state: SourceState; readonly items: readonly Held[] };

/** What became of it: counts, and the rows that are new or different. */
export type Merged = {
  readonly source: SourceId;
  readonly added: readonly Row[];
  readonly updated: readonly Row[];
  readonly duplicates: readonly Row[];
};

export type Recorded =
  | { readonly kind: 'recorded'; readonly seq: number; readonly rows: readonly Row[] }
  /** Somebody acted on one of these mentions after `unlessSince`; nothing was recorded. */
  | { readonly kind: 'conflict'; readonly act: RecordedAct };

/** A named lock across processes; `release` may be called twice. */
export type Lease =
  | { readonly kind: 'held'; readonly release: () => Promise<void> }
  | { readonly kind: 'taken'; readonly by: string; readonly since: string };

/** What was wrong with what is kept, and what was done about it; each a sentence for a person. */
export type Damage = { readonly what: string; readonly remedy: string };

/** What a query is read against: the moment (milliseconds), who asks, and what counts as overdue. */
export type Reader = {
  readonly now: number;
  readonly me: string;
  readonly isOverdue?: (row: Row) => boolean;
};

/**
 * Where mentions, acts and source states are kept. What a promise here has resolved to is durable.
 * Several processes may use one store at once; none loses another's update. Failures reject with `StoreError`.
 */
export type Store = {
  /** The rows of all mentions, in no particular order; the same array until something changes. */
  readonly rows: () => Promise<readonly Row[]>;
  /** Whole mentions in the order asked for, without those that are not held. */
  readonly mentions: (ids: readonly MentionId[]) => Promise<readonly Kept[]>;
  /** The rows that a query selects, most dangerous first. */
  readonly find: (query: Query, reader: Reader) => Promise<readonly Row[]>;
  /** For each key that is held, what is known of it, to skip what is nothing new. */
  readonly known: (keys: readonly string[]) => Promise<ReadonlyMap<string, Known>>;
  /** Folds what sources brought into what is held, all or nothing. */
  readonly merge: (catches: readonly Catch[]) => Promise<readonly Merged[]>;
  /** Appends acts to the journal, all or nothing; with `unlessSince`, only if no act newer than that seq touches the same mentions. */
  readonly record: (acts: readonly Act[], unlessSince?: number) => Promise<Recorded>;
  /** Takes near duplicates out of a mention again, as mentions of their own; gives the rows of all of them. */
  readonly unfold: (mention: MentionId) => Promise<readonly Row[]>;
  /**
   * Erases mentions and all copies of them; the journal keeps a tombstone with their fingerprints, so that they do not
   * come back. Gives how many there were. Cannot be undone.
   */
  readonly purge: (mentions: readonly MentionId[], by: string, reason: string) => Promise<number>;
  /** The journal, oldest first; for one mention when given. */
  readonly acts: (mention?: MentionId) => Promise<readonly RecordedAct[]>;
  /** The seq of the newest act that the rows show; 0 before the first. */
  readonly seq: () => Promise<number>;
  readonly sourceStates: () => Promise<ReadonlyMap<SourceId, SourceState>>;
  /** Takes a named lock, or says who has it; waits up to `waitMs`. A lock of a process that is gone is taken over. */
  readonly lease: (name: string, holder: string, waitMs?: number) => Promise<Lease>;
  /** Calls back with the rows that another process changed and the seq of the newest act; returns how to stop. */
  readonly watch: (listener: (rows: readonly Row[], seq: number) => void) => () => void;
  /** Reads everything, checks it, and says what was damaged. */
  readonly verify: () => Promise<readonly Damage[]>;
  /** What was found damaged, and set aside or restored, since this store was opened; it may grow while it is read. */
  readonly damage: readonly Damage[];
  readonly close: () => Promise<void>;
};

/** A store that cannot be used, with one sentence that says what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

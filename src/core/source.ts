import type { MentionKind, SourceId } from './mention.ts';

/** Where mentions come from, as the configuration names it. */
export type Source = {
  readonly id: SourceId;
  readonly kind: string;
  /** http, https or file:; absent when its kind knows the address (a search, a tag, an account). */
  readonly url?: string;
  /** What its kind needs besides (query, tag, handle), as the configuration writes it; the kind checks it. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly name?: string;
  readonly about: 'practice' | 'topic';
  /** The kind of its items, when the source's own kind does not tell. */
  readonly items?: MentionKind;
  /** Milliseconds between two looks. */
  readonly every: number;
  /** Milliseconds without a new item after which the source counts as stale. */
  readonly staleAfter: number;
  readonly enabled: boolean;
};

/** fresh: read, and still active. stale: read, but long silent. blocked: it refuses us. failed: anything else. */
export type Health = 'fresh' | 'stale' | 'blocked' | 'failed';

/** What we remember of a source between scans. Times are ISO 8601 in UTC. */
export type SourceState = {
  readonly id: SourceId;
  readonly health: Health;
  /** One sentence for a person, when not fresh. */
  readonly why?: string;
  readonly checkedAt: string;
  readonly succeededAt?: string;
  /** When its newest item was published. */
  readonly newestAt?: string;
  /** Not before this moment: Retry-After, max-age, back-off. */
  readonly nextAt?: string;
  /** The address that was looked at, redirects aside: the validators and `movedTo` hold for it only. */
  readonly url?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** The address after permanent redirects. */
  readonly movedTo?: string;
  /** Failures in a row. */
  readonly failures: number;
  /** How many items the last full answer held. */
  readonly entries: number;
  /** Set once the first scan has taken what was already there. */
  readonly seeded: boolean;
  /** What its last full answer held that rules drop, so that it need not be judged again. */
  readonly dropped?: Dropped;
  /** What a source kind keeps for itself between scans (since_id, cursor). */
  readonly cursor?: string;
};

/** Fingerprints of items that these rules (a fingerprint too) dropped. */
export type Dropped = { readonly by: string; readonly items: readonly string[] };

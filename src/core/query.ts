import { fold } from '../text/fold.ts';
import type { MentionKind } from './mention.ts';
import { isOpen, isPending, isSnoozed } from './row.ts';
import type { Row } from './row.ts';
import type { Bucket, FlagKind, SentimentLabel, TopicId } from './verdict.ts';

/** What `is:` may ask for. */
export const states = [
  'flagged',
  /** Undecided, and not put off. */
  'open',
  /** Not answered in time. */
  'overdue',
  /** Decided by whoever asks. */
  'mine',
  'decided',
  'snoozed',
  'noted',
  /** About the practice. */
  'practice',
  /** Referred to the office, and not resolved. */
  'pending',
  'called',
  'no-answer',
  'resolved',
] as const;
export type State = (typeof states)[number];

/** A query as data: stores compile it, `matches` gives its meaning. */
export type Query =
  | { readonly kind: 'all' }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }
  /** Words that must stand in the title, text or author; compared folded. */
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'flag'; readonly flag: FlagKind }
  | { readonly kind: 'topic'; readonly topic: TopicId }
  | { readonly kind: 'sentiment'; readonly sentiment: SentimentLabel }
  | { readonly kind: 'bucket'; readonly bucket: Bucket | 'inbox' }
  | { readonly kind: 'item'; readonly item: MentionKind }
  | { readonly kind: 'source' | 'author' | 'claim'; readonly name: string }
  | { readonly kind: 'is'; readonly state: State }
  /** Published since, or before: milliseconds since 1970. */
  | { readonly kind: 'since' | 'before'; readonly at: number };

export const everything: Query = { kind: 'all' };

/** What a row is read against: the moment (milliseconds), who asks, and what counts as overdue. */
export type Reading = {
  readonly now: number;
  readonly me: string;
  readonly isOverdue?: (row: Row) => boolean;
};

/** Whether a query selects a row; `text` is the whole title and text, asked for only when words are sought. */
export const matches = (query: Query, row: Row, reading: Reading, text: () => string): boolean => {
  switch (query.kind) {
    case 'all':
      return true;
    case 'and':
      return query.of.every(part => matches(part, row, reading, text));
    case 'or':
      return query.of.some(part => matches(part, row, reading, text));
    case 'not':
      return !matches(query.of, row, reading, text);
    case 'words':
      return fold(`${row.author ?? ''}\n${text()}`).includes(query.words);
    case 'flag':
      return row.flags.includes(query.flag);
    case 'topic':
      return row.topics.includes(query.topic);
    case 'sentiment':
      return row.sentiment === query.sentiment;
    case 'bucket':
      return (row.bucket ?? 'inbox') === query.bucket;
    case 'item':
      return row.kind === query.item;
    case 'source':
      return row.source.toLowerCase() === query.name;
    case 'author':
      return row.author !== undefined && fold(row.author).includes(query.name);
    case 'claim':
      return row.claim?.toLowerCase() === query.name && row.flags.includes('misinformation');
    case 'is':
      return isInState(query.state, row, reading);
    case 'since':
      return row.at >= query.at;
    case 'before':
      return row.at < query.at;
    default:
      return query satisfies never;
  }
};

const isInState = (state: State, row: Row, { now, me, isOverdue }: Reading): boolean => {
  switch (state) {
    case 'flagged':
      return row.flags.length > 0;
    case 'open':
      return isOpen(row, now);
    case 'overdue':
      return isOverdue?.(row) ?? false;
    case 'mine':
      return row.decidedBy === me;
    case 'decided':
      return row.bucket !== undefined;
    case 'snoozed':
      return isSnoozed(row, now);
    case 'noted':
      return row.noted === true;
    case 'practice':
      return row.about;
    case 'pending':
      return isPending(row);
    case 'called':
    case 'no-answer':
    case 'resolved':
      return row.followUp === state;
    default:
      return state satisfies never;
  }
};

/** Whether a query looks at words, so that whole texts must be read. */
export const readsText = (query: Query): boolean => {
  switch (query.kind) {
    case 'words':
      return true;
    case 'and':
    case 'or':
      return query.of.some(readsText);
    case 'not':
      return readsText(query.of);
    default:
      return false;
  }
};

import { capped } from '../text/cap.ts';
import { correctRow } from './correct.ts';
import type { Mention, MentionId, MentionKind, SourceId } from './mention.ts';
import type { FollowUp } from './reply-step.ts';
import { isOutdated } from './triage.ts';
import type { Triage } from './triage.ts';
import type { Bucket, FlagKind, SentimentLabel, TopicId, Verdict } from './verdict.ts';

/** What a list needs of a mention to draw, sort and filter it; small, so that 100,000 fit in memory. */
export type Row = {
  readonly id: MentionId;
  readonly source: SourceId;
  readonly kind: MentionKind;
  /** When it was published and when we first saw it, in milliseconds since 1970. */
  readonly at: number;
  readonly seen: number;
  /** The title, or else the beginning of the text: one line, at most `headlineLength` characters. */
  readonly headline: string;
  readonly author?: string;
  readonly rating?: number;
  readonly sentiment: SentimentLabel;
  readonly flags: readonly FlagKind[];
  readonly topics: readonly TopicId[];
  /** The claim that it spreads, by its id. */
  readonly claim?: string;
  readonly priority: number;
  readonly suggestion: Bucket;
  readonly about: boolean;
  /** When its words last changed, if they did after we first saw it. */
  readonly edited?: number;
  /** How many other sources carry it. */
  readonly alsoIn: number;
  /** Absent: undecided, so it is in the inbox. */
  readonly bucket?: Bucket;
  readonly decidedBy?: string;
  /** Milliseconds since 1970. */
  readonly decidedAt?: number;
  readonly snoozedUntil?: number;
  readonly noted?: true;
  /** What became of it since it was referred to the office. */
  readonly followUp?: FollowUp;
  /** Decided once, but its words have changed since, so it is open again. */
  readonly reopened?: true;
};

/** Characters of a title or text that a row keeps; more than any list shows. */
export const headlineLength = 120;

/** The row of a mention as it stands; a decision older than an edit of the words no longer holds. */
export const rowOf = (mention: Mention, verdict: Verdict, triage: Triage): Row =>
  standingRow(bareRow(mention, verdict), triage);

/** The row of a mention that nobody has acted on. */
export const bareRow = (mention: Mention, verdict: Verdict): Row => ({
  id: mention.id,
  source: mention.source,
  kind: mention.kind,
  at: moment(mention.publishedAt) ?? moment(mention.seenAt) ?? 0,
  seen: moment(mention.seenAt) ?? 0,
  headline: headlineOf(mention),
  ...(mention.author === undefined ? {} : { author: mention.author }),
  ...(mention.rating === undefined ? {} : { rating: mention.rating }),
  sentiment: verdict.sentiment.label,
  flags: verdict.flags.map(flag => flag.kind),
  topics: verdict.topics.map(topic => topic.id),
  priority: verdict.priority.score,
  suggestion: verdict.suggestion.bucket,
  about: verdict.aboutPractice,
  ...claimOf(verdict),
  alsoIn: mention.alsoIn.length,
  ...(mention.editedAt === undefined ? {} : { edited: Date.parse(mention.editedAt) }),
});

const claimOf = ({ flags }: Verdict): Pick<Row, 'claim'> => {
  const claim = flags.find(flag => flag.claim !== undefined)?.claim;
  return claim === undefined ? {} : { claim };
};

const moment = (iso: string): number | undefined => {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? undefined : at;
};

/** Lays what people did over a bare row, so that a store need not read the whole mention for it. */
export const standingRow = (bare: Row, triage: Triage): Row => {
  const { edited } = bare;
  const { decision, snoozedUntil, notes, corrections, followUp } = triage;
  const decidedAt = decision && Date.parse(decision.at);
  const outdated = isOutdated(triage, edited);
  return {
    ...corrections.reduce<Row>(correctRow, bare),
    ...(decision && decidedAt !== undefined && !outdated
      ? { bucket: decision.bucket, decidedBy: decision.by, decidedAt }
      : {}),
    ...(snoozedUntil === undefined ? {} : { snoozedUntil: Date.parse(snoozedUntil) }),
    ...(notes.length > 0 ? { noted: true as const } : {}),
    ...(followUp && decision?.bucket === 'refer' && !outdated ? { followUp: followUp.state } : {}),
    ...(outdated ? { reopened: true as const } : {}),
  };
};

const headlineOf = ({ title = '', text, author = '' }: Mention): string => {
  const line = (saysNothing(title, author) ? text || title : title)
    .slice(0, headlineLength * 2)
    .replace(/\s+/g, ' ')
    .trim();
  return capped(line, headlineLength);
};

/** Most dangerous first, then newest first; ties by id, so that any store gives the same order. */
export const byPriority = (a: Row, b: Row): number =>
  b.priority - a.priority || b.at - a.at || (a.id < b.id ? -1 : 1);

/** Whether it waits in the inbox: undecided, and not snoozed past `now` (milliseconds). */
export const isOpen = (row: Row, now: number): boolean =>
  row.bucket === undefined && !isSnoozed(row, now);

/** Whether it was referred to the office and nobody has said yet that it is resolved. */
export const isPending = (row: Row): boolean =>
  row.bucket === 'refer' && row.followUp !== 'resolved';

/** Whether it is put off beyond `now`, in milliseconds since 1970. */
export const isSnoozed = (row: Row, now: number): boolean =>
  row.snoozedUntil !== undefined && row.snoozedUntil > now;

/** Review feeds title their items with stars and the author's name, which the row shows anyhow. */
const saysNothing = (title: string, author: string): boolean =>
  !/\p{L}{2}/u.test(
    title.replace(author, '').replace(/^\W*\d?\W*(?:stars?|review)?\W*(?:by)?\b/iu, ''),
  );

import type { MentionId } from './mention.ts';
import type { FollowUp, ReplyStep } from './reply-step.ts';
import type { Bucket, FlagKind, SentimentLabel, TopicId } from './verdict.ts';

export type ActId = string;

/** What the user says the classifier should have said. */
export type Correction =
  | { readonly label: 'sentiment'; readonly value: SentimentLabel }
  | { readonly label: 'flag'; readonly flag: FlagKind; readonly value: boolean }
  | { readonly label: 'topic'; readonly topic: TopicId; readonly value: boolean }
  | { readonly label: 'about'; readonly value: boolean };

export type Deed =
  | {
      readonly kind: 'decide';
      readonly mentions: readonly MentionId[];
      readonly bucket: Bucket;
      readonly note?: string;
    }
  | { readonly kind: 'reopen'; readonly mentions: readonly MentionId[] }
  | { readonly kind: 'note'; readonly mentions: readonly MentionId[]; readonly text: string }
  | { readonly kind: 'snooze'; readonly mentions: readonly MentionId[]; readonly until: string }
  | {
      readonly kind: 'correct';
      readonly mentions: readonly MentionId[];
      readonly corrections: readonly Correction[];
    }
  /** A step of answering one mention; it leaves the decision as it is. */
  | { readonly kind: 'reply'; readonly mentions: readonly MentionId[]; readonly step: ReplyStep }
  /** What was learned from decisions and corrections before this no longer counts. */
  | { readonly kind: 'forget'; readonly mentions: readonly [] }
  | { readonly kind: 'undo'; readonly act: ActId };

/** What remains of purged mentions: no word of theirs, only fingerprints by which they are known should they come back. */
export type Tombstone = {
  readonly kind: 'purge';
  readonly mentions: readonly MentionId[];
  /** Of their keys and of their words. */
  readonly prints: readonly string[];
  readonly reason: string;
};

/** One thing that a person did, as the journal keeps it: who, when (ISO 8601, UTC), what. */
export type Act = { readonly id: ActId; readonly at: string; readonly by: string } & (
  | Deed
  | Tombstone
);

/** An act with its place in the journal, counted from 1. */
export type RecordedAct = Act & { readonly seq: number };

export type Decision = {
  readonly bucket: Bucket;
  readonly by: string;
  readonly at: string;
  readonly note?: string;
};

export type Note = { readonly text: string; readonly by: string; readonly at: string };

/** What became of a mention that was referred to the office, and who said so. */
export type FollowedUp = {
  readonly state: FollowUp;
  readonly by: string;
  readonly at: string;
  readonly note?: string;
};

/** Where a mention stands after all acts on it. */
export type Triage = {
  readonly decision?: Decision;
  readonly notes: readonly Note[];
  readonly snoozedUntil?: string;
  readonly corrections: readonly Correction[];
  /** Since it was referred; absent when nobody has said anything yet. */
  readonly followUp?: FollowedUp;
};

/** Where a mention stands on which nobody has acted. */
export const untouched: Triage = { notes: [], corrections: [] };

/** Whether a decision is older than the last edit of the words, in milliseconds since 1970: then it no longer holds. */
export const isOutdated = ({ decision }: Triage, edited: number | undefined): boolean =>
  decision !== undefined && edited !== undefined && edited > Date.parse(decision.at);

/** The acts that still count: not taken back by a later undo that itself still counts. */
export const liveActs = <A extends Act>(acts: readonly A[]): readonly A[] => {
  const undone = new Set<ActId>();
  const counts = (act: A): boolean => {
    if (undone.has(act.id)) return false;
    if (act.kind === 'undo') undone.add(act.act);
    return act.kind !== 'undo';
  };
  return acts.toReversed().filter(counts).toReversed();
};

/** Folds the live acts on one mention, oldest first, into where it stands; `from` is where it stood before them. */
export const standing = (acts: readonly Act[], from: Triage = untouched): Triage =>
  liveActs(acts).reduce<Triage>(apply, from);

const apply = (triage: Triage, act: Act): Triage => {
  const { decision: _, snoozedUntil: __, ...rest } = triage;
  const { followUp: ___, ...anew } = rest;
  const { by, at } = act;
  switch (act.kind) {
    case 'decide': {
      const note = act.note ? { note: act.note } : {};
      const decision = { bucket: act.bucket, by, at, ...note };
      return { ...(act.bucket === 'refer' ? rest : anew), decision };
    }
    case 'reopen':
      return anew;
    case 'note':
      if (act.text === '') return triage;
      return { ...triage, notes: [...triage.notes, { text: act.text, by, at }] };
    case 'snooze':
      return { ...rest, snoozedUntil: act.until };
    case 'correct':
      return { ...triage, corrections: merge(triage.corrections, act.corrections) };
    case 'reply': {
      if (act.step.step !== 'follow-up') return triage;
      const { state, note } = act.step;
      return { ...triage, followUp: { state, by, at, ...(note ? { note } : {}) } };
    }
    case 'forget':
    case 'undo':
    case 'purge':
      return triage;
    default:
      return act satisfies never;
  }
};

const merge = (before: readonly Correction[], after: readonly Correction[]) => [
  ...before.filter(old => !after.some(fresh => subjectOf(fresh) === subjectOf(old))),
  ...after,
];

/** The label that a correction is about; a later one about the same replaces it. */
export const subjectOf = (correction: Correction): string =>
  correction.label === 'flag'
    ? `flag:${correction.flag}`
    : correction.label === 'topic'
      ? `topic:${correction.topic}`
      : correction.label;

import type { FollowUp } from '../core/reply-step.ts';
import type { Deed, Tombstone } from '../core/triage.ts';
import type { Bucket, FlagKind, SentimentLabel } from '../core/verdict.ts';
import { shortMoment } from './times.ts';

/** What was done, in the past tense, for notices and the history. */
export const doneOf = (deed: Deed | Tombstone, timezone: string): string => {
  switch (deed.kind) {
    case 'decide':
      return { reply: 'put into reply', refer: 'referred to the office', ignore: 'ignored' }[
        deed.bucket
      ];
    case 'reopen':
      return 'back in the inbox';
    case 'note':
      return 'note written';
    case 'snooze':
      return `snoozed until ${shortMoment(Date.parse(deed.until), timezone)}`;
    case 'correct':
      return 'labels corrected';
    case 'reply':
      return deed.step.step === 'follow-up'
        ? followUpDone[deed.step.state]
        : replyDone[deed.step.step];
    case 'forget':
      return 'learned suggestions forgotten';
    case 'undo':
      return 'an act taken back';
    case 'purge':
      return 'purged';
    default:
      return deed satisfies never;
  }
};

const replyDone = {
  draft: 'draft kept',
  approve: 'reply approved',
  copy: 'reply copied',
  post: 'reply marked as posted',
  withdraw: 'draft withdrawn',
} as const;

const followUpDone: Readonly<Record<FollowUp, string>> = {
  open: 'open again at the office',
  called: 'the office has called',
  resolved: 'resolved by the office',
  'no-answer': 'the office reached nobody',
};

/** What became of a referred mention, in at most nine letters. */
export const followUpWords: Readonly<Record<FollowUp, string>> = {
  open: 'open',
  called: 'called',
  resolved: 'resolved',
  'no-answer': 'no answer',
};

/** `3 mentions`, `1 mention`. */
export const counted = (count: number, thing: string): string =>
  `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`;

export const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?…]$/.test(text) ? '' : '.'}`;

export const bucketNames: Readonly<Record<Bucket, string>> = {
  reply: 'reply',
  refer: 'refer to office',
  ignore: 'ignore',
};

/** A word and a mark for each flag, so that no colour is needed to tell them apart. */
export const flagSigns: Readonly<Record<FlagKind, { mark: string; word: string }>> = {
  urgent: { mark: '!!', word: 'urgent' },
  negative: { mark: '-', word: 'negative' },
  misinformation: { mark: 'x', word: 'misinfo' },
  advice: { mark: '+', word: 'advice' },
  privacy: { mark: '#', word: 'privacy' },
  legal: { mark: '§', word: 'legal' },
  question: { mark: '?', word: 'question' },
  spam: { mark: '~', word: 'spam' },
};

export const feelingMarks: Readonly<Record<SentimentLabel, string>> = {
  negative: '−',
  neutral: '·',
  positive: '+',
};

/** How a question about several mentions begins. */
export const deedQuestion = (deed: Exclude<Deed, { kind: 'undo' | 'forget' }>): string => {
  switch (deed.kind) {
    case 'decide':
      return { reply: 'Put into reply:', refer: 'Refer to the office:', ignore: 'Ignore:' }[
        deed.bucket
      ];
    case 'reopen':
      return 'Put back into the inbox:';
    case 'note':
      return 'Write this note on';
    case 'snooze':
      return 'Snooze';
    case 'correct':
      return 'Correct the labels of';
    case 'reply':
      return deed.step.step === 'follow-up'
        ? `Say "${followUpWords[deed.step.state]}" of`
        : 'Go on with the reply to';
    default:
      return deed satisfies never;
  }
};

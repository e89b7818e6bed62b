import type { Row } from '../core/row.ts';
import { signOf } from './flag-style.ts';
import { followUpWords } from './phrases.ts';
import type { ReplyState } from './replies.ts';

/** What has been done about a decided mention says more than its flag: how far its answer is, or what the office did. */
export const followedSign = (row: Row, reply: ReplyState | undefined) => {
  const sign = signOf(row);
  if (row.bucket === 'reply' && reply !== undefined) return { ...sign, word: reply };
  const { followUp = 'open' } = row;
  return followUp === 'open' ? sign : { ...sign, word: followUpWords[followUp] };
};

/** Whether nothing is left to do about a decided mention. */
export const isSettled = ({ bucket, followUp }: Row, reply: ReplyState | undefined): boolean =>
  bucket === 'reply' ? reply === 'posted' : bucket === 'refer' && followUp === 'resolved';

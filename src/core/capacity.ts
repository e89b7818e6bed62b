import { median } from './median.ts';
import { liveActs } from './triage.ts';
import type { Act } from './triage.ts';

const minute = 60_000;
const week = 7 * 24 * 60 * minute;

/** Until somebody's own pace is known: what a careful reply takes, from reading to copying. */
export const usualMinutesPerReply = 12;

/** A pause longer than this between two acts is something else being done, not the work on a reply. */
const longestWork = 45 * minute;

/** Fewer replies than this say nothing of a person's pace. */
const fewestForPace = 3;

/**
 * Minutes that one person takes for a reply, learned from their acts: for each reply the time from the act before its
 * first draft to its posting, pauses left out; the median, since one long telephone call says little.
 */
export const minutesPerReply = (acts: readonly Act[], by: string): number => {
  const own = acts.filter(act => act.by === by).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const spent = new Map<string, number>();
  const posted: number[] = [];
  for (const [index, act] of own.entries()) {
    if (!isReplyWork(act)) continue;
    const before = own[index - 1];
    const passed = before === undefined ? 0 : Date.parse(act.at) - Date.parse(before.at);
    const about = act.mentions.join(' ');
    const sum = (spent.get(about) ?? 0) + (passed <= longestWork ? passed : 0);
    spent.set(about, sum);
    if (act.step.step === 'post') posted.push(sum / minute);
  }
  if (posted.length < fewestForPace) return usualMinutesPerReply;
  return Math.max(1, median(posted));
};

const isReplyWork = (act: Act): act is Extract<Act, { readonly kind: 'reply' }> =>
  act.kind === 'reply' && act.step.step !== 'follow-up';

/** What waits for an answer: who wrote it, and when it came (milliseconds since 1970). */
export type Waiting = { readonly author?: string; readonly received: number };

export type Capacity = {
  /** Minutes that replies took in the last seven days, and may take in a week. */
  readonly spent: number;
  readonly budget: number;
  readonly minutesPerReply: number;
  /** Minutes that it would take to answer all that waits. */
  readonly debt: number;
  readonly waiting: number;
  /** Milliseconds that the oldest has waited; 0 when nothing waits. */
  readonly oldestMs: number;
  /** Of all that needed an answer in the last thirty days, the share without one: 0 to 1. */
  readonly unansweredShare: number;
  /** People who wrote again while they waited. */
  readonly asksAgain: number;
  readonly state: CapacityState;
};

export type CapacityState =
  | { readonly kind: 'room' }
  /** The debt will soon be, or is, more than a week's budget; one sentence says what to do. */
  | { readonly kind: 'tight' | 'over'; readonly suggestion: string };

/** How the reply work stands against the minutes there are. */
export const capacityOf = (
  waiting: readonly Waiting[],
  answered: readonly { readonly at: number }[],
  office: { readonly minutesPerWeek: number },
  pace: number,
  now: number,
): Capacity => {
  const spent = answered.filter(({ at }) => at > now - week && at <= now).length * pace;
  const debt = waiting.length * pace;
  const month = answered.filter(({ at }) => at > now - 30 * 24 * 60 * minute).length;
  const oldest = waiting.reduce((first, { received }) => Math.min(first, received), now);
  return {
    spent,
    budget: office.minutesPerWeek,
    minutesPerReply: pace,
    debt,
    waiting: waiting.length,
    oldestMs: now - oldest,
    unansweredShare: waiting.length === 0 ? 0 : waiting.length / (waiting.length + month),
    asksAgain: repeated(waiting.map(({ author }) => author)),
    state: stateOf(spent, debt, office.minutesPerWeek, pace),
  };
};

/** From here on new replies add to a debt that the week can hardly pay. */
const tightShare = 0.75;

const stateOf = (spent: number, debt: number, budget: number, pace: number): CapacityState => {
  const left = Math.max(0, budget - spent);
  const fits = Math.floor(left / pace);
  if (debt > left)
    return {
      kind: 'over',
      suggestion:
        fits > 0
          ? `There is time for ${fits} more this week; answer the most urgent, the rest with "please call us" or not at all.`
          : 'This week has no time left; answer with "please call us", or not at all.',
    };
  return debt > left * tightShare
    ? {
        kind: 'tight',
        suggestion: 'Answer the urgent ones first, and promise no more answers than these.',
      }
    : { kind: 'room' };
};

const repeated = (authors: readonly (string | undefined)[]): number => {
  const counts = new Map<string, number>();
  for (const author of authors)
    if (author !== undefined) counts.set(author, (counts.get(author) ?? 0) + 1);
  return [...counts.values()].filter(count => count > 1).length;
};

/** What a reply was for: to inform, or to promote the practice. */
export type Purpose = 'informative' | 'promotional';

/** What each posted reply was for, oldest first: screening's word on the text that went out tells. */
export const purposesOf = (acts: readonly Act[]): readonly Purpose[] => {
  const promotes = new Map<string, boolean>();
  const posted: Purpose[] = [];
  for (const act of liveActs(acts)) {
    if (act.kind !== 'reply') continue;
    if (act.step.step === 'draft')
      promotes.set(act.id, act.step.screened.rules.includes('over-promotion'));
    if (act.step.step === 'post')
      posted.push(promotes.get(act.step.draft) === true ? 'promotional' : 'informative');
  }
  return posted;
};

export type Balance = {
  readonly promotional: number;
  readonly informative: number;
  /** Said when one in four or more of the last replies promotes. */
  readonly hint?: string;
};

/** The balance of the last thirty replies, newest last. */
export const balanceOf = (replies: readonly Purpose[]): Balance => {
  const last = replies.slice(-30);
  const promotional = last.filter(purpose => purpose === 'promotional').length;
  const informative = last.length - promotional;
  const hint = `${promotional} of the last ${last.length} replies promote the practice; inform, or say nothing.`;
  return last.length >= 4 && promotional * 4 >= last.length
    ? { promotional, informative, hint }
    : { promotional, informative };
};

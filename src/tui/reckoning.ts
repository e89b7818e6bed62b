import { capacityOf, minutesPerReply } from '../core/capacity.ts';
import type { Capacity } from '../core/capacity.ts';
import type { MentionId } from '../core/mention.ts';
import type { Row } from '../core/row.ts';
import { liveActs } from '../core/triage.ts';
import type { Act } from '../core/triage.ts';

/** How the reply work stands: what is in "reply" and has no posted answer waits; what was posted took time. */
export const reckon = (
  acts: readonly Act[],
  rows: readonly Row[],
  { me, minutesPerWeek }: { readonly me: string; readonly minutesPerWeek: number },
  now: number,
): Capacity => {
  const posts = postsIn(acts);
  const waiting = waitingIn(posts, rows).map(({ at, author }) =>
    author === undefined ? { received: at } : { received: at, author },
  );
  const times = posts.map(({ at }) => ({ at: Date.parse(at) }));
  return capacityOf(waiting, times, { minutesPerWeek }, minutesPerReply(acts, me), now);
};

/** What has waited longest for a reply; undefined when nothing waits. */
export const oldestWaiting = (acts: readonly Act[], rows: readonly Row[]): Row | undefined =>
  waitingIn(postsIn(acts), rows).reduce<Row | undefined>(
    (first, row) => (first && first.at <= row.at ? first : row),
    undefined,
  );

const postsIn = (acts: readonly Act[]): readonly Act[] =>
  liveActs(acts).filter(act => act.kind === 'reply' && act.step.step === 'post');

const waitingIn = (posts: readonly Act[], rows: readonly Row[]): readonly Row[] => {
  const answered = new Set<MentionId>(
    posts.flatMap(act => (act.kind === 'reply' ? act.mentions : [])),
  );
  return rows.filter(row => row.bucket === 'reply' && !answered.has(row.id));
};

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
  const posts = liveActs(acts).filter(act => act.kind === 'reply' && act.step.step === 'post');
  const answered = new Set<MentionId>(
    posts.flatMap(act => (act.kind === 'reply' ? act.mentions : [])),
  );
  const waiting = rows
    .filter(row => row.bucket === 'reply' && !answered.has(row.id))
    .map(({ at, author }) => (author === undefined ? { received: at } : { received: at, author }));
  const times = posts.map(({ at }) => ({ at: Date.parse(at) }));
  return capacityOf(waiting, times, { minutesPerWeek }, minutesPerReply(acts, me), now);
};

import type { MentionId } from '../core/mention.ts';
import { liveActs } from '../core/triage.ts';
import type { Act } from '../core/triage.ts';
import { replyStanding } from '../reply/approval.ts';

/** How far the answer to a mention has come, as the list shows it. */
export type ReplyState = 'draft' | 'approved' | 'posted';

export type Replies = ReadonlyMap<MentionId, ReplyState>;

/** Of every mention that is being answered, or was. */
export const repliesIn = (acts: readonly Act[]): Replies => {
  const steps = new Map<MentionId, Act[]>();
  for (const act of liveActs(acts)) {
    if (act.kind !== 'reply' || act.step.step === 'follow-up') continue;
    for (const id of act.mentions) {
      const known = steps.get(id);
      if (known) known.push(act);
      else steps.set(id, [act]);
    }
  }
  const states = new Map<MentionId, ReplyState>();
  for (const [id, own] of steps) {
    const { state } = replyStanding(own);
    if (state === 'posted') states.set(id, 'posted');
    else if (state === 'approved' || state === 'copied') states.set(id, 'approved');
    else if (state === 'draft' || state === 'screened') states.set(id, 'draft');
  }
  return states;
};

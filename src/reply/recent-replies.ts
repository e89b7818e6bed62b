import type { MentionId } from '../core/mention.ts';
import { liveActs } from '../core/triage.ts';
import type { Act } from '../core/triage.ts';

/** How many replies back the same text is noticed. */
const longestMemory = 30;

/**
 * The newest texts of the last thirty replies to other mentions, oldest first, to notice the same one going out again;
 * what was withdrawn does not go out.
 */
export const recentReplies = (acts: readonly Act[], except: MentionId): readonly string[] => {
  const texts = new Map<string, string>();
  for (const act of liveActs(acts)) {
    if (act.kind !== 'reply' || act.mentions.includes(except)) continue;
    const about = act.mentions.join(' ');
    if (act.step.step !== 'draft' && act.step.step !== 'withdraw') continue;
    // A text that is written anew counts as the newest.
    texts.delete(about);
    if (act.step.step === 'draft') texts.set(about, act.step.text);
  }
  return [...texts.values()].slice(-longestMemory);
};

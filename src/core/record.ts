import { corrected } from './correct.ts';
import type { Mention } from './mention.ts';
import type { Triage } from './triage.ts';
import type { Verdict } from './verdict.ts';

/** A mention as scripts and exports see it: one line of `listen list --json`. */
export type MentionRecord = Mention & {
  readonly verdict: Verdict;
  readonly decision?: Triage['decision'];
  readonly notes?: Triage['notes'];
  readonly snoozedUntil?: string;
  readonly followUp?: Triage['followUp'];
};

/** Puts together what is held about a mention; the verdict is the corrected one. */
export const recordOf = (kept: {
  readonly mention: Mention;
  readonly verdict: Verdict;
  readonly triage: Triage;
}): MentionRecord => {
  const { decision, notes, snoozedUntil, corrections, followUp } = kept.triage;
  return {
    ...kept.mention,
    verdict: corrected(kept.verdict, corrections),
    ...(decision ? { decision } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
    ...(followUp ? { followUp } : {}),
  };
};

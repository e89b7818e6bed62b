import { corrected } from './correct.ts';
import type { Mention } from './mention.ts';
import { isOutdated } from './triage.ts';
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

/** Puts together what is held about a mention: the verdict as corrected, and the decision if it still holds. */
export const recordOf = (kept: {
  readonly mention: Mention;
  readonly verdict: Verdict;
  readonly triage: Triage;
}): MentionRecord => {
  const { mention, verdict, triage } = kept;
  const { decision, notes, snoozedUntil, corrections, followUp } = triage;
  const { editedAt } = mention;
  const holds = !isOutdated(triage, editedAt === undefined ? undefined : Date.parse(editedAt));
  return {
    ...mention,
    verdict: corrected(verdict, corrections),
    ...(decision && holds ? { decision } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
    ...(followUp && holds ? { followUp } : {}),
  };
};

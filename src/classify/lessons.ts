import type { MentionId } from '../core/mention.ts';
import { liveActs } from '../core/triage.ts';
import type { Act, Correction } from '../core/triage.ts';
import type { Bucket, Classifiable, Verdict } from '../core/verdict.ts';

/** Something that a person taught by what they did with one mention. */
export type Lesson =
  | {
      readonly kind: 'decided';
      readonly item: Classifiable;
      readonly verdict: Verdict;
      readonly bucket: Bucket;
    }
  | { readonly kind: 'corrected'; readonly verdict: Verdict; readonly correction: Correction };

/** A mention as it was judged; undefined when it is no longer held. */
export type Judged = (
  id: MentionId,
) => { readonly item: Classifiable; readonly verdict: Verdict } | undefined;

/** Reads the journal, oldest first, as lessons; acts that were taken back, and those up to `resetAt` (ISO 8601), teach nothing. */
export const lessonsOf = (acts: readonly Act[], judged: Judged, resetAt = ''): readonly Lesson[] =>
  liveActs(acts)
    .filter(act => act.at > resetAt)
    .flatMap(act => {
      if (act.kind !== 'decide' && act.kind !== 'correct') return [];
      return act.mentions.flatMap((id): readonly Lesson[] => {
        const known = judged(id);
        if (known === undefined) return [];
        if (act.kind === 'decide') return [{ kind: 'decided', ...known, bucket: act.bucket }];
        const { verdict } = known;
        return act.corrections.map(correction => ({ kind: 'corrected', verdict, correction }));
      });
    });

import type { MentionId } from '../core/mention.ts';
import type { Decidable } from '../core/learned.ts';
import { ruler } from '../core/rules.ts';
import { liveActs, subjectOf } from '../core/triage.ts';
import type { Act, Correction } from '../core/triage.ts';
import type { Bucket, Verdict } from '../core/verdict.ts';

/** Something that a person taught by what they did with one mention. */
export type Lesson = { readonly item: Decidable; readonly verdict: Verdict } & Taught;

type Taught =
  | { readonly kind: 'decided'; readonly bucket: Bucket }
  | { readonly kind: 'corrected'; readonly correction: Correction };

/** What the journal says of a lesson; the rest is in the mention. */
export type Teaching = Taught & { readonly mention: MentionId; readonly at: string };

/** A mention as it was judged, and when its words changed, if they did. */
export type Judged = {
  readonly mention: Decidable & { readonly editedAt?: string };
  readonly verdict: Verdict;
};

/** Habits change, and each lesson costs a mention to read. */
const mostTeachings = 500;

/**
 * What people taught since the last "forget", oldest first: of each mention where they left it in the end. What was taken
 * back, what rules did and what was purged teaches nothing.
 */
export const teachingsOf = (
  acts: readonly Act[],
): { readonly teachings: readonly Teaching[]; readonly since?: string } => {
  const taught = new Map<string, Teaching>();
  const gone = new Set<MentionId>();
  let since: string | undefined;
  const teach = (key: string, teaching: Teaching) => {
    taught.delete(key);
    taught.set(key, teaching);
  };
  for (const act of liveActs(acts)) {
    const { at } = act;
    if (act.kind === 'forget') {
      taught.clear();
      since = at;
    } else if (act.kind === 'purge') {
      for (const mention of act.mentions) gone.add(mention);
    } else if (act.by === ruler) {
      continue;
    } else if (act.kind === 'reopen') {
      for (const mention of act.mentions) taught.delete(mention);
    } else if (act.kind === 'decide') {
      for (const mention of act.mentions)
        teach(mention, { kind: 'decided', mention, at, bucket: act.bucket });
    } else if (act.kind === 'correct') {
      for (const mention of act.mentions)
        for (const correction of act.corrections)
          teach(`${mention} ${subjectOf(correction)}`, {
            kind: 'corrected',
            mention,
            at,
            correction,
          });
    }
  }
  const teachings = [...taught.values()].filter(({ mention }) => !gone.has(mention));
  return { teachings: teachings.slice(-mostTeachings), ...(since === undefined ? {} : { since }) };
};

/** The lessons in what was taught; none in a mention that is no longer held, or whose words have changed since. */
export const lessonsOf = (
  teachings: readonly Teaching[],
  held: ReadonlyMap<MentionId, Judged>,
): readonly Lesson[] =>
  teachings.flatMap(teaching => {
    const judged = held.get(teaching.mention);
    if (judged === undefined) return [];
    const { mention: item, verdict } = judged;
    if (item.editedAt !== undefined && item.editedAt > teaching.at) return [];
    return [{ ...teaching, item, verdict }];
  });

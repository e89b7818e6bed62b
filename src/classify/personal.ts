import type { Learned } from '../core/learned.ts';
import { buckets } from '../core/verdict.ts';
import type { Suggestion } from '../core/verdict.ts';
import { createDoubts } from './doubts.ts';
import { habitsIn, mostTelling, noExperience, shares, study } from './experience.ts';
import type { Experience } from './experience.ts';
import { factsOf } from './facts.ts';
import type { Lesson } from './lessons.ts';
import { rebucket } from './priority.ts';

/** Decisions before suggestions move, and how many of the latest tell how often it agreed. */
export const enough = 30;
const latest = 50;

/** A bucket is suggested against the table only when it is this likely. */
const sure = 0.6;

/**
 * Learns from lessons, oldest first: online logistic regression over the verdict's labels and the words, one weight a
 * fact and bucket. natural's classifiers train in batches, 27 s for 8,000 texts where this takes a fraction of one, and
 * give no weights to look at. Every decision is first foretold and then learned, so that `agreed` is never flattered.
 */
export const learn = (lessons: readonly Lesson[]): Omit<Learned, 'since'> => {
  const experience = noExperience();
  const { doubted, hear } = createDoubts();
  const outcomes: { readonly ours: boolean; readonly table: boolean }[] = [];
  for (const lesson of lessons) {
    const { item, verdict } = lesson;
    if (lesson.kind === 'corrected') {
      hear(lesson.correction, verdict);
      continue;
    }
    const facts = factsOf(item, verdict);
    outcomes.push({
      ours: choose(facts, experience, rebucket(verdict, doubted)).bucket === lesson.bucket,
      table: verdict.suggestion.bucket === lesson.bucket,
    });
    study(facts, lesson.bucket, experience);
  }
  const counted = outcomes.slice(-latest);
  const agreed = counted.filter(({ ours }) => ours).length;
  const tableAgreed = counted.filter(({ table }) => table).length;
  const isActive = outcomes.length >= enough && agreed >= tableAgreed;
  return {
    decisions: outcomes.length,
    corrections: lessons.length - outcomes.length,
    counted: counted.length,
    agreed,
    tableAgreed,
    isActive,
    habits: habitsIn(experience),
    suggest: (item, verdict, corrections = []) => {
      const { suggestion, flags } = verdict;
      const isUrgent =
        flags.some(({ kind }) => kind === 'urgent') ||
        corrections.some(one => one.label === 'flag' && one.flag === 'urgent' && one.value);
      if (!isActive || isUrgent) return suggestion;
      const chosen = choose(factsOf(item, verdict), experience, rebucket(verdict, doubted));
      return chosen.bucket === suggestion.bucket ? suggestion : { ...chosen, instead: suggestion };
    },
  };
};

const choose = (
  facts: readonly string[],
  experience: Experience,
  table: Suggestion,
): Suggestion => {
  const likely = shares(facts, experience);
  const share = Math.max(...likely);
  const bucket = buckets[likely.indexOf(share)];
  if (bucket === undefined || bucket === table.bucket || share < sure) return table;
  const { times, of, like } = mostTelling(facts, bucket, experience);
  return { bucket, reason: `you put ${times} of ${of} ${like} into ${bucket}` };
};

import type { Habit } from '../core/learned.ts';
import { buckets } from '../core/verdict.ts';
import type { Bucket } from '../core/verdict.ts';
import { inWords } from './facts.ts';

/** What was seen of a fact: how much it speaks for each bucket, and how often a mention with it went there. */
type Seen = { readonly weight: number; readonly times: number };

/** One entry a fact, each with one for every bucket, in the order of `buckets`. */
export type Experience = Map<string, readonly Seen[]>;

/** The weight that the table's word has before anything was learned; decides alone until some ten decisions say otherwise. */
const trust = 1.5;

/** What is believed of somebody of whom nothing was seen: that they do as the table suggests. */
export const noExperience = (): Experience =>
  new Map(
    buckets.map(suggested => [
      `suggested ${suggested}`,
      buckets.map(bucket => ({ weight: bucket === suggested ? trust : 0, times: 0 })),
    ]),
  );

/** How likely each bucket is, in the order of `buckets`. */
export const shares = (facts: readonly string[], experience: Experience): readonly number[] => {
  const known = facts.flatMap(fact => {
    const seen = experience.get(fact);
    return seen ? [seen] : [];
  });
  const scores = buckets.map((_, at) =>
    known.reduce((sum, seen) => sum + (seen[at]?.weight ?? 0), 0),
  );
  const most = Math.max(...scores);
  const powers = scores.map(score => Math.exp(score - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map(power => power / total);
};

/** Small enough that one odd decision moves little, large enough that ten alike settle it. */
const pace = 0.15;

/** Takes in that a mention with these facts went into a bucket. */
export const study = (facts: readonly string[], chosen: Bucket, experience: Experience): void => {
  const likely = shares(facts, experience);
  for (const fact of facts) {
    const before = experience.get(fact);
    experience.set(
      fact,
      buckets.map((bucket, at) => {
        const { weight, times } = before?.[at] ?? { weight: 0, times: 0 };
        const share = likely[at] ?? 0;
        return bucket === chosen
          ? { weight: weight + pace * (1 - share), times: times + 1 }
          : { weight: weight - pace * share, times };
      }),
    );
  }
};

/** What speaks most for a bucket among these facts, in words; at least that so many of all went there. */
export const mostTelling = (
  facts: readonly string[],
  bucket: Bucket,
  experience: Experience,
): Habit => {
  const habits = facts.flatMap(fact => habitOf(fact, bucket, experience));
  const telling = habits.filter(({ times, of }) => times >= few && times > of / 2);
  const [first] = telling.sort((one, other) => other.margin - one.margin);
  const [any = { bucket, times: 0, of: 0, like: 'mentions' }] = habitOf(
    'always',
    bucket,
    experience,
  );
  return first ?? any;
};

/** Below this many a habit is chance. */
const few = 3;

/** What is nearly always done alike, the strongest first. */
export const habitsIn = (experience: Experience): readonly Habit[] =>
  [...experience.keys()]
    .filter(fact => fact !== 'always')
    .flatMap(fact => buckets.flatMap(bucket => habitOf(fact, bucket, experience)))
    .filter(({ times, of, margin }) => times >= few && times >= of * nearly && margin > 0)
    .sort((one, other) => other.margin - one.margin)
    .filter((habit, place, all) => place === all.findIndex(one => isLike(one, habit)))
    .slice(0, mostHabits)
    .map(({ margin: _, ...habit }) => habit);

/** Facts that were seen equally often were most likely seen in the same mentions. */
const isLike = (one: Habit, other: Habit): boolean =>
  one.bucket === other.bucket && one.times === other.times && one.of === other.of;

const nearly = 0.8;
const mostHabits = 8;

/** None for a fact that says nothing to a person, or was never seen. */
const habitOf = (
  fact: string,
  bucket: Bucket,
  experience: Experience,
): readonly (Habit & { readonly margin: number })[] => {
  const seen = experience.get(fact);
  const like = inWords(fact);
  const at = buckets.indexOf(bucket);
  const own = seen?.[at];
  if (!seen || !own || like === undefined) return [];
  const margin = own.weight - Math.max(...seen.filter(one => one !== own).map(one => one.weight));
  const of = seen.reduce((sum, { times }) => sum + times, 0);
  return [{ bucket, times: own.times, of, like, margin }];
};

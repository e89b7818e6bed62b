import { buckets } from '../core/verdict.ts';
import type { Bucket, Classifiable, Classify, FlagKind, Verdict } from '../core/verdict.ts';
import { factsOf } from './facts.ts';
import type { Lesson } from './lessons.ts';
import { rebucket } from './priority.ts';

/** What was learned on this machine from decisions and corrections. */
export type Personal = {
  readonly decisions: number;
  /** How often, of the latest decisions, what it would have suggested was what the person then did. */
  readonly agreed: number;
  /** The same for the shipped table. */
  readonly tableAgreed: number;
  /** Of how many decisions both were counted, at most `latest`. */
  readonly counted: number;
  /** Whether it moves suggestions: after `enough` decisions, and while it agrees at least as often as the table. */
  readonly isActive: boolean;
  readonly suggest: (item: Classifiable, verdict: Verdict) => Verdict['suggestion'];
};

/** Decisions before suggestions move, and how many of the latest tell how often it agreed. */
export const enough = 30;
const latest = 50;

/** A bucket is suggested against the table only when it is this likely. */
const sure = 0.6;

/**
 * Learns from lessons, oldest first: online logistic regression over the verdict's labels and the words, one weight a
 * fact and bucket. natural's classifiers train in batches, 27 s for 8,000 texts where this takes a fraction of one, and
 * give no weights to look at. Every lesson is first predicted and then learned, so that `agreed` is never flattered.
 */
export const learn = (lessons: readonly Lesson[]): Personal => {
  const weights = new Map<string, number[]>();
  const outcomes: { ours: boolean; table: boolean }[] = [];
  const doubted = doubts(lessons);
  for (const lesson of lessons) {
    if (lesson.kind !== 'decided') continue;
    const { item, verdict, bucket } = lesson;
    const table = rebucket(verdict, doubted);
    const facts = factsOf(item, verdict, table.bucket);
    outcomes.push({
      ours: choose(shares(facts, weights), table).bucket === bucket,
      table: table.bucket === bucket,
    });
    study(facts, bucket, weights);
  }
  const counted = outcomes.slice(-latest);
  const agreed = counted.filter(({ ours }) => ours).length;
  const tableAgreed = counted.filter(({ table }) => table).length;
  const isActive = outcomes.length >= enough && agreed >= tableAgreed;
  const suggest: Personal['suggest'] = (item, verdict) => {
    if (!isActive || verdict.flags.some(({ kind }) => kind === 'urgent')) return verdict.suggestion;
    const table = rebucket(verdict, doubted);
    return choose(shares(factsOf(item, verdict, table.bucket), weights), table);
  };
  return {
    decisions: outcomes.length,
    agreed,
    tableAgreed,
    counted: counted.length,
    isActive,
    suggest,
  };
};

/** The classifier with the suggestions of the person who taught it; everything else stays as it is. */
export const personalise =
  (classify: Classify, { suggest }: Personal): Classify =>
  item => {
    const verdict = classify(item);
    return { ...verdict, suggestion: suggest(item, verdict) };
  };

const choose = (likely: readonly number[], table: Verdict['suggestion']): Verdict['suggestion'] => {
  const best = likely.indexOf(Math.max(...likely));
  const bucket = buckets[best];
  if (bucket === undefined || bucket === table.bucket || (likely[best] ?? 0) < sure) return table;
  return { bucket, reason: `like what you put into ${bucket} before` };
};

/** How likely each bucket is, in the order of `buckets`. */
const shares = (
  facts: readonly string[],
  weights: ReadonlyMap<string, readonly number[]>,
): readonly number[] => {
  const scores = buckets.map((_, index) =>
    facts.reduce((sum, fact) => sum + (weights.get(fact)?.[index] ?? 0), 0),
  );
  const powers = scores.map(score => Math.exp(score - Math.max(...scores)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map(power => power / total);
};

/** Small enough that one odd decision moves little, large enough that ten alike settle it. */
const pace = 0.15;

const study = (facts: readonly string[], bucket: Bucket, weights: Map<string, number[]>): void => {
  const likely = shares(facts, weights);
  for (const fact of facts) {
    const own = weights.get(fact) ?? buckets.map(() => 0);
    for (const [index, each] of buckets.entries())
      own[index] = (own[index] ?? 0) + pace * ((each === bucket ? 1 : 0) - (likely[index] ?? 0));
    weights.set(fact, own);
  }
};

/** Rejections of one kind of flag, for one reason, after which it no longer decides the bucket. */
const tooMany = 3;

/** The flags, by kind and reason, that a person took back at least `tooMany` times; `urgent` is never doubted. */
const doubts = (lessons: readonly Lesson[]): ReadonlySet<string> => {
  const rejected = new Map<string, number>();
  for (const lesson of lessons) {
    if (lesson.kind !== 'corrected' || lesson.correction.label !== 'flag') continue;
    const { flag, value } = lesson.correction;
    if (value || flag === 'urgent') continue;
    for (const { kind, reason } of lesson.verdict.flags)
      if (kind === flag)
        rejected.set(doubtKey(kind, reason), (rejected.get(doubtKey(kind, reason)) ?? 0) + 1);
  }
  return new Set([...rejected].filter(([, count]) => count >= tooMany).map(([key]) => key));
};

const doubtKey = (kind: FlagKind, reason: string): string => `${kind}: ${reason}`;

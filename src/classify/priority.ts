import type { Bucket, Flag, FlagKind, SentimentLabel, Verdict } from '../core/verdict.ts';

/** One row of the table: what is seen, where it should go, and the priority it earns from the least to the most sure. */
type Rank = {
  readonly flag: FlagKind;
  readonly bucket: Bucket;
  readonly from: number;
  readonly to: number;
  readonly because: string;
};

/** Most serious first. What stands higher decides the bucket; the office is the default for anything about one person's care. */
export const ranks: readonly Rank[] = [
  { flag: 'urgent', bucket: 'refer', from: 86, to: 98, because: 'someone may be in danger now' },
  {
    flag: 'legal',
    bucket: 'refer',
    from: 74,
    to: 84,
    because: 'speaks of legal steps or a complaint to a board',
  },
  { flag: 'privacy', bucket: 'refer', from: 70, to: 82, because: 'discloses who a patient is' },
  { flag: 'negative', bucket: 'refer', from: 56, to: 74, because: 'negative about us' },
  {
    flag: 'advice',
    bucket: 'refer',
    from: 52,
    to: 66,
    because: 'asks for advice about one person',
  },
  {
    flag: 'misinformation',
    bucket: 'reply',
    from: 46,
    to: 64,
    because: 'spreads a claim that a credible source answers',
  },
  {
    flag: 'question',
    bucket: 'reply',
    from: 32,
    to: 46,
    because: 'asks what the practice can answer',
  },
  { flag: 'spam', bucket: 'ignore', from: 4, to: 0, because: 'is advertising' },
];

/** What moves the score a little, in points. */
const nudges = { anotherFlag: 3, oneStar: 6, twoStars: 3, aboutUs: 4, suggestedMatch: -8 } as const;

const unflagged = { warm: 22, aboutUs: 14, mild: 4 } as const;

export type Judged = {
  readonly flags: readonly Flag[];
  readonly sentiment: SentimentLabel;
  /** Whether it holds words of praise, whatever the feeling as a whole. */
  readonly praises: boolean;
  readonly aboutPractice: boolean;
  readonly rating?: number;
};

/** How soon a person should look, 0 to 100, and why. */
export const judgePriority = (judged: Judged): Verdict['priority'] => {
  const [first, ...others] = ranked(judged.flags);
  if (first === undefined) return quiet(judged);
  const reasons = [first.rank.because];
  let score = first.points;
  for (const { rank } of others) {
    if (rank.flag === 'spam') continue;
    score += nudges.anotherFlag;
    reasons.push(rank.because);
  }
  if (first.rank.flag !== 'spam') {
    if (judged.rating === 1 || judged.rating === 2) {
      score += judged.rating === 1 ? nudges.oneStar : nudges.twoStars;
      reasons.push(judged.rating === 1 ? 'one star' : 'two stars');
    }
    if (judged.aboutPractice) score += nudges.aboutUs;
  }
  return { score: Math.min(100, Math.round(score)), reasons };
};

/** The bucket in which a person would most likely put it, and why. */
export const suggest = (judged: Judged): Verdict['suggestion'] => {
  const [first, ...others] = ranked(judged.flags);
  const sells = others.find(({ rank }) => rank.flag === 'spam');
  // A remedy that is advertised spreads a claim too, but nobody argues with a seller.
  if (first?.rank.flag === 'misinformation' && sells)
    return { bucket: sells.rank.bucket, reason: sells.rank.because };
  if (first) return { bucket: first.rank.bucket, reason: first.rank.because };
  if (isWarm(judged)) return { bucket: 'reply', reason: 'warm words about us' };
  return { bucket: 'ignore', reason: 'nothing here asks for an answer' };
};

/** The same without the flags that a person no longer trusts, given as `kind: reason`. */
export const rebucket = (
  { flags, suggestion }: Verdict,
  doubted: ReadonlySet<string>,
): Verdict['suggestion'] => {
  const trusted = flags.filter(({ kind, reason }) => !doubted.has(`${kind}: ${reason}`));
  if (trusted.length === flags.length) return suggestion;
  const [first] = ranked(trusted);
  return first
    ? { bucket: first.rank.bucket, reason: first.rank.because }
    : { bucket: 'ignore', reason: 'you took such flags back before' };
};

const quiet = (judged: Judged): Verdict['priority'] => {
  if (!judged.aboutPractice) return { score: unflagged.mild, reasons: ['nothing was flagged'] };
  return isWarm(judged)
    ? { score: unflagged.warm, reasons: ['warm words about us'] }
    : { score: unflagged.aboutUs, reasons: ['about us, nothing was flagged'] };
};

/** Thanks deserve an answer, also when the sentiment of the whole is in doubt; complaints were flagged before. */
const isWarm = ({ aboutPractice, sentiment, praises }: Judged): boolean =>
  aboutPractice && (sentiment === 'positive' || praises);

const ranked = (flags: readonly Flag[]) =>
  ranks.flatMap(rank => {
    const flag = flags.find(({ kind }) => kind === rank.flag);
    return flag ? [{ rank, points: points(rank, flag) }] : [];
  });

/** Flags speak from a confidence of one half on; the span between `from` and `to` spreads over the upper half. */
const points = ({ from, to }: Rank, { confidence, match }: Flag): number =>
  from +
  (to - from) * Math.max(0, Math.min(1, confidence * 2 - 1)) +
  (match === 'suggested' ? nudges.suggestedMatch : 0);

import type { Classifiable, Sentiment, SentimentLabel, Topic } from '../core/verdict.ts';
import { dutyHeads } from './duty-heads.ts';
import type { DutyLogits } from './duty-logits.ts';
import type { Features } from './features.ts';
import type { Hit } from './rules.ts';

/** What is known of a text before duty is judged. */
export type DutyEvidence = {
  readonly item: Classifiable;
  readonly features: Features;
  readonly hits: readonly Hit[];
  readonly sentiment: Sentiment;
  readonly topics: readonly Topic[];
  /** How its sorest clause leans, below 0 where it complains. */
  readonly sorest: number;
  readonly aboutPractice: boolean;
  /** How sure it is that somebody can be identified, 0 to 1. */
  readonly identified: number;
  readonly language: string | undefined;
};

const kinds = ['review', 'comment', 'post', 'question', 'headline'] as const;

/** The lexicons whose rules are signals; rules of complaint count once more without those of mere bad words. */
const ruled = [
  ...dutyHeads.filter(head => head !== 'warm'),
  'praise',
  'elsewhere',
  'care',
  'complaint',
] as const;
const slots: ReadonlyMap<string, number> = new Map(
  ruled.map((name, at) => [name, 1 + 2 * dutyHeads.length + at]),
);
const loud = 1 + dutyHeads.length;
const complaint = 2 * dutyHeads.length + ruled.length;
const rest = complaint + 1;
const stars = rest + 3 + kinds.length;
const others = stars + 5;
const size = others + 14;
/** Logits are made as small as the other signals; beyond these a text is as sure as can be. */
const smaller = 0.25;
const surest = 1.5;
const soft = (logit: number): number => Math.max(-surest, Math.min(surest, logit * smaller));

const negative = dutyHeads.indexOf('negative');
const urgent = dutyHeads.indexOf('urgent');

/** The numbers that the mix weighs; their order is that of its rows. */
export const signalsOf = (
  {
    item,
    features,
    hits,
    sentiment,
    topics,
    sorest,
    aboutPractice,
    identified,
    language,
  }: DutyEvidence,
  { whole, loudest }: DutyLogits,
): Float64Array => {
  const { kind = 'comment', rating } = item;
  const signals = new Float64Array(size);
  signals[0] = 1;
  for (let k = 0; k < dutyHeads.length; k++) {
    const own = soft(whole[k] ?? 0);
    signals[1 + k] = own;
    signals[loud + k] = soft(loudest[k] ?? 0) - own;
  }
  const isReview = kind === 'review' || rating !== undefined;
  const add = (slot: number, confidence: number): void => {
    signals[slot] = 1 - (1 - (signals[slot] as number)) * (1 - confidence);
  };
  for (const { rule } of hits) {
    const slot = slots.get(rule.lexicon);
    if (slot === undefined || (isReview && rule.notInReviews)) continue;
    add(slot, rule.confidence);
    if (rule.lexicon === 'negative' && rule.id !== 'bad-word') add(complaint, rule.confidence);
  }
  signals[rest] = identified;
  signals[rest + 1] = sentiment.score;
  signals[rest + 2] = Math.max(-2, Math.min(0, sorest * 0.5));
  signals[rest + 3 + kinds.indexOf(kind)] = 1;
  const star = Math.round(rating ?? 0);
  if (star >= 1 && star <= 5) signals[stars + star - 1] = 1;
  signals[others] = Number(aboutPractice);
  signals[others + 1] = Math.log(1 + features.words) / 5;
  const isSpanish = language === 'es';
  signals[others + 2] = Number(isSpanish);
  signals[others + 3] = Number(features.document.tokens.includes('?'));
  if (star >= 4) {
    signals[others + 4] = soft(loudest[negative] ?? 0);
    signals[others + 5] = signals[complaint] as number;
  }
  if (isSpanish) {
    signals[others + 6] = soft(loudest[urgent] ?? 0);
    signals[others + 7] = soft(loudest[negative] ?? 0);
    signals[others + 8] = signals[slots.get('urgent') ?? 0] as number;
  }
  if (kind === 'question') {
    signals[others + 9] = soft(loudest[negative] ?? 0);
    signals[others + 10] = soft(loudest[urgent] ?? 0);
  }
  if (isReview) signals[others + 11] = soft(loudest[urgent] ?? 0);
  signals[others + 12] = surestOf(topics, 'negative');
  signals[others + 13] = surestOf(topics, 'positive');
  return signals;
};

const surestOf = (topics: readonly Topic[], felt: SentimentLabel): number =>
  topics.reduce((most, one) => (one.sentiment === felt ? Math.max(most, one.confidence) : most), 0);

/** The rules of one lexicon that hold for this kind of text. */
export const heldFor = (
  lexicon: string,
  hits: readonly Hit[],
  { kind, rating }: Classifiable,
): readonly Hit[] => {
  const isReview = kind === 'review' || rating !== undefined;
  return hits.filter(({ rule }) => rule.lexicon === lexicon && !(isReview && rule.notInReviews));
};

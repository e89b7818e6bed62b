import type { Classifiable, Sentiment } from '../core/verdict.ts';
import type { Features } from './features.ts';
import { letterSums } from './letter-sums.ts';
import { featureScales, logitsOf } from './model.ts';
import type { Model } from './model.ts';
import type { Hit } from './rules.ts';

/** What is learned beside the rules: every flag but misinformation, and warm words about the practice. */
export const dutyHeads = [
  'urgent',
  'negative',
  'advice',
  'privacy',
  'legal',
  'question',
  'spam',
  'warm',
] as const;
export type DutyHead = (typeof dutyHeads)[number];

/** A linear model of words with one column a head, and a row of weights a head over the signals of a text. */
export type DutyKnowledge = {
  readonly model: Model;
  readonly mix: readonly (readonly number[])[];
};

/** What is known of a text before duty is judged. */
export type DutyEvidence = {
  readonly item: Classifiable;
  readonly features: Features;
  readonly hits: readonly Hit[];
  readonly sentiment: Sentiment;
  readonly aboutPractice: boolean;
  /** How sure it is that somebody can be identified, 0 to 1. */
  readonly identified: number;
};

/** How likely each head holds, 0 to 1; a half is where the least harm is done. */
export type Duties = Readonly<Record<DutyHead, number>>;

/** Weighs what the words are like, what the rules found, and what kind of text it is. */
export const judgeDuties = ({ model, mix }: DutyKnowledge, evidence: DutyEvidence): Duties => {
  const signals = signalsOf(evidence, logitsOf(model, evidence.features));
  const chances = mix.map(weights => {
    let sum = 0;
    for (let at = 0; at < signals.length; at++)
      sum += (signals[at] as number) * (weights[at] as number);
    return 1 / (1 + Math.exp(-sum));
  });
  return Object.fromEntries(dutyHeads.map((head, at) => [head, chances[at]])) as Duties;
};

/** News of others is no word to the practice: it asks nothing of it, and can at most be advertising. */
export const newsDuties = (hits: readonly Hit[]): Duties => {
  const spam = hits.reduce((sum, { rule }) => 1 - (1 - sum) * (1 - rule.confidence), 0);
  const none = Object.fromEntries(dutyHeads.map(head => [head, 0])) as Duties;
  return { ...none, spam };
};

const kinds = ['review', 'comment', 'post', 'question', 'headline'] as const;

/** The lexicons whose rules are signals; rules of complaint count once more without those of mere bad words. */
const ruled = [
  'urgent',
  'negative',
  'advice',
  'privacy',
  'legal',
  'question',
  'spam',
  'praise',
  'elsewhere',
  'care',
  'complaint',
] as const;
const slots: ReadonlyMap<string, number> = new Map(
  ruled.map((name, at) => [name, 1 + dutyHeads.length + at]),
);
const complaint = dutyHeads.length + ruled.length;
const rest = complaint + 1;
const stars = rest + 2 + kinds.length;
/** Logits are made as small as the other signals; beyond these a text is as sure as can be. */
const smaller = 0.25;
const surest = 1.5;

/** The numbers that the mix weighs; their order is that of its rows. */
export const signalsOf = (
  { item, features, hits, sentiment, aboutPractice, identified }: DutyEvidence,
  logits: ArrayLike<number>,
): Float64Array => {
  const { kind = 'comment', rating } = item;
  const signals = new Float64Array(stars + 7);
  signals[0] = 1;
  for (let k = 0; k < dutyHeads.length; k++)
    signals[1 + k] = Math.max(-surest, Math.min(surest, (logits[k] ?? 0) * smaller));
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
  signals[rest + 2 + kinds.indexOf(kind)] = 1;
  const star = Math.round(rating ?? 0);
  if (star >= 1 && star <= 5) signals[stars + star - 1] = 1;
  signals[stars + 5] = Number(aboutPractice);
  signals[stars + 6] = Math.log(1 + features.words) / 5;
  return signals;
};

/** The rules of one lexicon that hold for this kind of text. */
export const heldFor = (
  lexicon: string,
  hits: readonly Hit[],
  { kind, rating }: Classifiable,
): readonly Hit[] => {
  const isReview = kind === 'review' || rating !== undefined;
  return hits.filter(({ rule }) => rule.lexicon === lexicon && !(isReview && rule.notInReviews));
};

/** What each token gave to one head, for the words to be shown. */
export const leaningTo = (
  { model }: DutyKnowledge,
  head: DutyHead,
  features: Features,
  tokenCount: number,
): Float32Array => {
  const { hashes, tokens: at, widths, words, document, kept } = features;
  const { columns } = model;
  const column = dutyHeads.indexOf(head);
  const [wordScale, letterScale] = featureScales(features);
  const gave = new Float32Array(tokenCount);
  for (let f = 0; f < words; f++) {
    const row = ((hashes[f] as number) >>> (32 - model.wordBits)) * columns;
    const width = widths[f] as number;
    const each = ((model.words[row + column] as number) * model.wordStep * wordScale) / width;
    for (let left = width, token = at[f] as number; left > 0; left--, token--)
      gave[token] = (gave[token] as number) + each;
  }
  const letters = letterSums(model, document);
  for (const token of kept) {
    const sum = letters[(document.numbers[token] as number) * columns + column] as number;
    gave[token] = (gave[token] as number) + sum * model.letterStep * letterScale;
  }
  return gave;
};

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
  const chance = (head: DutyHead) => {
    const weights = mix[dutyHeads.indexOf(head)] ?? [];
    return 1 / (1 + Math.exp(-signals.reduce((sum, x, at) => sum + x * (weights[at] ?? 0), 0)));
  };
  return Object.fromEntries(dutyHeads.map(head => [head, chance(head)])) as Duties;
};

/** The numbers that the mix weighs; their order is that of its rows. */
export const signalsOf = (
  { item, features, hits, sentiment, aboutPractice, identified }: DutyEvidence,
  logits: ArrayLike<number>,
): readonly number[] => {
  const { kind = 'comment', rating } = item;
  const complaints = hits.filter(({ rule }) => rule.lexicon === 'negative');
  const stars = Math.round(rating ?? 0);
  return [
    1,
    ...dutyHeads.map((_, k) => Math.max(-1.5, Math.min(1.5, (logits[k] ?? 0) / 4))),
    ...ruled.map(lexicon => together(heldFor(lexicon, hits, item))),
    together(complaints.filter(({ rule }) => rule.id !== 'bad-word')),
    identified,
    sentiment.score,
    ...kinds.map(one => Number(one === kind)),
    ...[1, 2, 3, 4, 5].map(one => Number(one === stars)),
    Number(aboutPractice),
    Math.log(1 + features.words) / 5,
  ];
};

const kinds = ['review', 'comment', 'post', 'question', 'headline'] as const;

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
] as const;

/** The rules of one lexicon that hold for this kind of text. */
export const heldFor = (
  lexicon: string,
  hits: readonly Hit[],
  { kind, rating }: Classifiable,
): readonly Hit[] => {
  const isReview = kind === 'review' || rating !== undefined;
  return hits.filter(({ rule }) => rule.lexicon === lexicon && !(isReview && rule.notInReviews));
};

/** How sure several rules are together, their doubts multiplied. */
export const together = (hits: readonly Hit[]): number =>
  1 - hits.reduce((doubt, { rule }) => doubt * (1 - rule.confidence), 1);

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

import type { Flag } from '../core/verdict.ts';
import type { Evidence } from './flags.ts';
import type { Hit } from './rules.ts';

/**
 * What speaks for and against a complaint about us, as weights of a logistic model: fitted on NHS comments that no
 * model was trained on and on the written stream, then rounded. Stars were not in that data; their weights are set by hand.
 */
const weights = {
  bias: -0.75,
  badFeeling: 1.5,
  goodFeeling: -2,
  complaint: 3.9,
  /** A bad word without a complaint may be about anything: the flu, the traffic. */
  badWord: 1,
  praise: -2,
  /** Who asks is not complaining, unless the words do. */
  asks: -1.9,
  stars: { 1: 3, 2: 2, 3: 0.2, 4: -0.8, 5: -2 },
} as const;

/** A negative comment about the practice or its care; feelings, complaints, praise and stars together. */
export const judgeNegative = ({
  document,
  item,
  hits,
  sentiment,
  topics,
  aboutPractice,
}: Omit<Evidence, 'claims'>): readonly Flag[] => {
  if (!aboutPractice || item.kind === 'headline') return [];
  const complaints = hits.filter(({ rule }) => rule.lexicon === 'negative');
  const isOnlyBadWord = complaints.every(({ rule }) => rule.id === 'bad-word');
  const asks = hits.some(({ rule }) => rule.lexicon === 'question' || rule.lexicon === 'advice');
  const { score } = sentiment;
  const logit =
    weights.bias +
    (score < 0 ? -score * weights.badFeeling : score * weights.goodFeeling) +
    together(complaints) * (isOnlyBadWord ? weights.badWord : weights.complaint) +
    together(hits.filter(({ rule }) => rule.lexicon === 'praise')) * weights.praise +
    (asks ? weights.asks : 0) +
    starWeight(item.rating);
  const confidence = Math.round(100 / (1 + Math.exp(-logit))) / 100;
  const sore = topics.filter(topic => topic.sentiment === 'negative');
  const felt = [...sore.flatMap(topic => topic.evidence), ...sentiment.evidence];
  const told = complaints.flatMap(hit => hit.evidence);
  const evidence = told.length > 0 ? told : felt.length > 0 ? felt : wholeOf(document);
  const reason = complaints[0]?.rule.says ?? 'speaks badly of us';
  return [{ kind: 'negative', confidence, reason, evidence }];
};

/** How sure several rules are together, their doubts multiplied. */
const together = (hits: readonly Hit[]): number =>
  1 - hits.reduce((doubt, { rule }) => doubt * (1 - rule.confidence), 1);

const starWeight = (rating: number | undefined): number => {
  const stars = Math.round(rating ?? 0);
  return stars in weights.stars ? weights.stars[stars as keyof typeof weights.stars] : 0;
};

/** Few stars can be all that is said; then the words they stand beside are the evidence. */
const wholeOf = ({ text, starts, ends, titleTokens }: Evidence['document']) => {
  const start = starts[titleTokens];
  const end = ends.at(-1);
  return start === undefined || end === undefined || text === '' ? [] : [{ start, end }];
};

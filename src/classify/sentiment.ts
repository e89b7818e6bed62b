import type { Classifiable, Sentiment } from '../core/verdict.ts';
import type { MentionKind } from '../core/mention.ts';
import type { Document } from './document.ts';
import type { Leaning } from './leaning.ts';
import type { Model } from './model.ts';
import { strongestSpans } from './spans.ts';

/** People write differently in each: a tweet model loses 24 points of accuracy on patient comments. */
export const channels = ['review', 'social', 'headline'] as const;
export type Channel = (typeof channels)[number];

export type SentimentModels = Readonly<Record<Channel, Model>>;

/**
 * Which model judges an item; what says nothing of its kind is taken for a review. Comments are reviews when they speak
 * of an experience of care, and talk when they do not: no one model does well on both.
 */
export const channelOf = (kind: MentionKind = 'review', speaksOfCare = false): Channel => {
  switch (kind) {
    case 'review':
      return 'review';
    case 'headline':
      return 'headline';
    case 'comment':
      return speaksOfCare ? 'review' : 'social';
    case 'post':
    case 'question':
      return 'social';
    default:
      return kind satisfies never;
  }
};

/** The sentiment of an item from how its text leans and from its stars. */
export const judgeSentiment = (
  document: Document,
  leaning: Leaning,
  { rating }: Classifiable,
): Sentiment => {
  if (leaning.tokens.length === 0) return silent;
  const stars = starLogits(rating);
  const odds = [
    Math.exp(leaning.negative + stars.negative),
    Math.exp(stars.neutral),
    Math.exp(leaning.positive + stars.positive),
  ] as const;
  const total = odds[0] + odds[1] + odds[2];
  const [negative, neutral, positive] = [odds[0] / total, odds[1] / total, odds[2] / total];
  const label =
    negative === positive || (neutral >= negative && neutral >= positive)
      ? 'neutral'
      : negative > positive
        ? 'negative'
        : 'positive';
  const score = positive - negative;
  const confidence = Math.max(negative, neutral, positive);
  if (label === 'neutral') return { label, score, confidence, evidence: [] };
  const sign = label === 'negative' ? -1 : 1;
  const evidence = evidenceFor(document, token => sign * (leaning.tokens[token] ?? 0));
  return evidence.length > 0 ? { label, score, confidence, evidence } : silent;
};

/** Nothing was said in words. */
const silent: Sentiment = { label: 'neutral', score: 0, confidence: 0, evidence: [] };

const mostSpans = 4;

/** When no single word leans the way of the whole (stars decided), the first words stand for it. */
const evidenceFor = (document: Document, strength: (token: number) => number) => {
  const spans = strongestSpans(document, strength, mostSpans);
  return spans.length > 0 ? spans : strongestSpans(document, token => 1 / (1 + token), 1);
};

/**
 * What stars add to the logits. Few give one star to what they liked, so polite words do not undo it; five stars are
 * given out of habit, so a plain complaint beside them makes the whole mixed.
 */
const starLogits = (rating: number | undefined) => {
  if (rating === undefined || Number.isNaN(rating)) return { negative: 0, neutral: 0, positive: 0 };
  if (rating < 1.5) return { negative: 4, neutral: 0, positive: -1.5 };
  if (rating < 2.5) return { negative: 2.5, neutral: 0.5, positive: -1 };
  if (rating < 3.5) return { negative: 0, neutral: 1.5, positive: 0 };
  if (rating < 4.5) return { negative: -1, neutral: 0.5, positive: 1.2 };
  return { negative: -1.5, neutral: 0.5, positive: 2.5 };
};

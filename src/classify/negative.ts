import type { Flag, Span } from '../core/verdict.ts';
import type { Evidence } from './flags.ts';

/**
 * A negative comment about the practice or its care: complaints (lexicon `negative`) and the author's feeling together,
 * each able to speak alone when it is sure; praise that the text also holds speaks against.
 */
export const judgeNegative = ({
  item,
  hits,
  sentiment,
  topics,
  aboutPractice,
}: Omit<Evidence, 'claims' | 'document'>): readonly Flag[] => {
  if (!aboutPractice || item.kind === 'headline') return [];
  const complaints = hits.filter(({ rule }) => rule.lexicon === 'negative');
  const praise = hits.filter(({ rule }) => rule.lexicon === 'praise');
  const asks = hits.some(({ rule }) => rule.lexicon === 'question' || rule.lexicon === 'advice');
  const felt = sentiment.label === 'negative' ? sentiment.confidence : 0;
  const sore = topics.filter(topic => topic.sentiment === 'negative');
  let doubt = 1 - felt * (asks ? weights.feelingOfQuestion : weights.feeling);
  for (const { rule } of complaints) doubt *= 1 - rule.confidence;
  for (const { confidence } of sore) doubt *= 1 - confidence * weights.topic;
  for (const { rule } of praise) doubt += (1 - doubt) * rule.confidence * weights.praise;
  if (item.rating !== undefined) doubt = rated(doubt, item.rating);
  const confidence = Math.round((1 - doubt) * 100) / 100;
  const evidence: readonly Span[] = [
    ...complaints.flatMap(hit => hit.evidence),
    ...sore.flatMap(topic => topic.evidence),
    ...(complaints.length === 0 && felt > 0 ? sentiment.evidence : []),
  ];
  if (evidence.length === 0) return [];
  const reason = complaints[0]?.rule.says ?? 'speaks badly of us';
  return [{ kind: 'negative', confidence, reason, evidence }];
};

/** How much each part may say; fitted by hand on the development half of test/fixtures/classify/stream.jsonl. */
const weights = { feeling: 0.8, feelingOfQuestion: 0.45, topic: 0.3, praise: 0.25 } as const;

/** Stars settle doubtful cases: one star is a complaint, five are not. */
const rated = (doubt: number, rating: number): number => {
  if (rating <= 2) return doubt * 0.4;
  return rating >= 5 ? 1 - (1 - doubt) * 0.5 : doubt;
};

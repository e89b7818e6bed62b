import type { Flag } from '../core/verdict.ts';
import type { Evidence } from './flags.ts';
import { leaningSpans } from './spans.ts';

/**
 * A negative comment about the practice or its care. Under our own page people seldom name us, so what reads like a
 * complaint about care counts there too, unless it is said of another place.
 */
export const judgeNegative = ({
  document,
  item,
  hits,
  sentiment,
  topics,
  aboutPractice,
  duties,
  leaningTo,
}: Omit<Evidence, 'claims'>): readonly Flag[] => {
  if (!aboutPractice && item.kind !== 'comment' && item.kind !== 'question') return [];
  const confidence = Math.round(duties.negative * 100) / 100;
  if (confidence < 0.5) return [];
  const complaints = hits.filter(({ rule }) => rule.lexicon === 'negative');
  const sore = topics.filter(topic => topic.sentiment === 'negative');
  const felt = [
    ...sore.flatMap(topic => topic.evidence),
    ...(sentiment.label === 'negative' ? sentiment.evidence : []),
  ];
  const told = complaints.flatMap(hit => hit.evidence);
  const evidence =
    told.length > 0 ? told : felt.length > 0 ? felt : leaningSpans(document, leaningTo('negative'));
  if (evidence.length === 0) return [];
  const reason = complaints[0]?.rule.says ?? 'speaks badly of us';
  return [{ kind: 'negative', confidence, reason, evidence }];
};

import type { Classifiable, Flag, FlagKind, Sentiment, Topic } from '../core/verdict.ts';
import type { Document } from './document.ts';
import { judgeNegative } from './negative.ts';
import { findIdentifiers } from './identifiers.ts';
import type { Hit } from './rules.ts';

/** What is known of a text when its flags are judged. */
export type Evidence = {
  readonly document: Document;
  readonly item: Classifiable;
  readonly hits: readonly Hit[];
  readonly sentiment: Sentiment;
  readonly topics: readonly Topic[];
  readonly aboutPractice: boolean;
  /** The misinformation flags, from claim matching. */
  readonly claims: readonly Flag[];
};

/** Below this a flag is a guess, and a guess never flags. */
export const leastConfidence = 0.5;

/** All flags of a text, most serious first. */
export const judgeFlags = (evidence: Evidence): readonly Flag[] => {
  const flags = [
    ...fromRules('urgent', evidence),
    ...judgeNegative(evidence),
    ...evidence.claims,
    ...fromRules('advice', evidence),
    ...privacy(evidence),
    ...fromRules('legal', evidence),
    ...fromRules('question', evidence),
    ...fromRules('spam', evidence),
  ].filter(({ confidence }) => confidence >= leastConfidence);
  return settle(flags);
};

/** The rules of one lexicon that hold, as one flag: their doubts multiplied, the surest one's words as the reason. */
const fromRules = (kind: FlagKind, { hits, item }: Evidence): readonly Flag[] => {
  if (item.kind === 'headline' && !headlineFlags.has(kind)) return [];
  const isReview = item.kind === 'review' || item.rating !== undefined;
  const own = hits.filter(({ rule }) => rule.lexicon === kind && !(isReview && rule.notInReviews));
  const [first] = own.toSorted((a, b) => b.rule.confidence - a.rule.confidence);
  if (first === undefined) return [];
  const doubt = own.reduce((product, { rule }) => product * (1 - rule.confidence), 1);
  const evidence = own.flatMap(hit => hit.evidence);
  return [{ kind, confidence: rounded(1 - doubt), reason: first.rule.says, evidence }];
};

/** A headline reports; it is in no danger, asks nobody and sues nobody. */
const headlineFlags: ReadonlySet<FlagKind> = new Set(['spam']);

const privacy = (evidence: Evidence): readonly Flag[] => {
  const [flag] = fromRules('privacy', evidence);
  const identifiers =
    evidence.item.kind === 'headline' ? [] : findIdentifiers(evidence.document, evidence.hits);
  const [first] = identifiers;
  if (first === undefined) return flag ? [flag] : [];
  const spans = [...(flag?.evidence ?? []), ...identifiers.map(({ span }) => span)];
  const confidence = Math.max(flag?.confidence ?? 0, ...identifiers.map(one => one.confidence));
  return [{ kind: 'privacy', confidence, reason: flag?.reason ?? first.says, evidence: spans }];
};

/**
 * Advertising asks no real question; who asks for advice asks more than a general question; and in danger a question
 * that was only guessed is the cry for help itself.
 */
const settle = (flags: readonly Flag[]): readonly Flag[] => {
  const kinds = new Set(flags.map(({ kind }) => kind));
  return flags.filter(({ kind, confidence }) => {
    if (kind === 'question') return !kinds.has('spam') && !kinds.has('advice');
    if (kind === 'advice' && kinds.has('urgent') && confidence <= guess) return false;
    if (kind === 'advice' || kind === 'privacy' || kind === 'negative') return !kinds.has('spam');
    return true;
  });
};

/** The confidence of the loose rules. */
const guess = 0.7;

const rounded = (share: number): number => Math.round(share * 100) / 100;

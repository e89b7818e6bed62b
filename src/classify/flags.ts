import type { Classifiable, Flag, Sentiment, Topic } from '../core/verdict.ts';
import type { Document } from './document.ts';
import type { Duties } from './duty.ts';
import type { DutyHead } from './duty-heads.ts';
import { heldFor } from './duty-signals.ts';
import type { Identifier } from './identifiers.ts';
import { judgeNegative } from './negative.ts';
import type { Hit } from './rules.ts';
import { leaningSpans } from './spans.ts';

/** What is known of a text when its flags are judged. */
export type Evidence = {
  readonly document: Document;
  readonly item: Classifiable;
  readonly hits: readonly Hit[];
  readonly sentiment: Sentiment;
  readonly topics: readonly Topic[];
  readonly aboutPractice: boolean;
  readonly duties: Duties;
  /** What each token gave to a head, asked only for flags that no rule explains. */
  readonly leaningTo: (head: DutyHead) => Float32Array;
  readonly identifiers: readonly Identifier[];
  readonly language: string | undefined;
  /** The misinformation flags, from claim matching. */
  readonly claims: readonly Flag[];
};

/** Below this a flag is a guess, and a guess never flags. */
const leastConfidence = 0.5;

/**
 * Without a rule that says why. Of thousands of patients' reviews nearly none is a cry for help; and of Spanish the
 * heads know little beside the rules.
 */
const leastGuess = { review: 0.6, spanish: 0.8 } as const;

/** All flags of a text, most serious first. */
export const judgeFlags = (evidence: Evidence): readonly Flag[] => {
  const flags = [
    ...judgeDuty('urgent', evidence),
    ...judgeNegative(evidence),
    ...evidence.claims,
    ...judgeDuty('advice', evidence),
    ...judgeDuty('privacy', evidence, evidence.identifiers),
    ...judgeDuty('legal', evidence),
    ...judgeDuty('question', evidence),
    ...judgeDuty('spam', evidence),
  ].filter(({ confidence }) => confidence >= leastConfidence);
  return settle(flags);
};

/** A flag that rules and model judge together; the rules' words are the reason, or else those that moved the model most. */
const judgeDuty = (
  kind: Exclude<DutyHead, 'negative' | 'warm'>,
  { duties, item, hits, leaningTo, document, language }: Evidence,
  identifiers: readonly Identifier[] = [],
): readonly Flag[] => {
  if (item.kind === 'headline' && kind !== 'spam') return [];
  const surest = identifiers.reduce((most, one) => Math.max(most, one.confidence), duties[kind]);
  const confidence = Math.round(surest * 100) / 100;
  const own = heldFor(kind, hits, item);
  const least = own.length > 0 ? leastConfidence : leastUnruled(kind, item, language);
  if (confidence < least) return [];
  const [first] = own.toSorted((a, b) => b.rule.confidence - a.rule.confidence);
  const told = [...own.flatMap(hit => hit.evidence), ...identifiers.map(({ span }) => span)];
  const evidence = told.length > 0 ? told : leaningSpans(document, leaningTo(kind));
  if (evidence.length === 0) return [];
  const reason = first?.rule.says ?? identifiers[0]?.says ?? soundsLike[kind];
  return [{ kind, confidence, reason, evidence }];
};

const leastUnruled = (kind: DutyHead, { kind: of }: Classifiable, language?: string): number => {
  if (kind !== 'urgent') return leastConfidence;
  if (language === 'es') return leastGuess.spanish;
  return of === 'review' ? leastGuess.review : leastConfidence;
};

/** Said when no rule can say it better. */
const soundsLike = {
  urgent: 'reads like danger now',
  advice: 'reads like a request for advice',
  privacy: 'reads like the disclosure of a patient',
  legal: 'reads like the announcement of legal steps',
  question: 'reads like a question to the practice',
  spam: 'reads like advertising',
} as const;

/**
 * Advertising asks no real question; whoever asks for advice asks more than a general question; and in danger a question
 * that was only guessed is the cry for help itself.
 */
const settle = (flags: readonly Flag[]): readonly Flag[] => {
  const kinds = new Set(flags.map(({ kind }) => kind));
  return flags.filter(({ kind, confidence, reason }) => {
    if (kind === 'urgent') return reason !== soundsLike.urgent || !isClaim(kinds, confidence);
    if (kind === 'question') return !kinds.has('spam') && !kinds.has('advice');
    if (kind === 'advice' && kinds.has('urgent') && confidence <= guess) return false;
    if (kind === 'advice' || kind === 'privacy' || kind === 'negative') return !kinds.has('spam');
    return true;
  });
};

/** Myths speak of death and poison; only surer words make one of them a cry for help. */
const isClaim = (kinds: ReadonlySet<Flag['kind']>, confidence: number): boolean =>
  kinds.has('misinformation') && confidence < 0.95;

/** The confidence of the loose rules. */
const guess = 0.7;

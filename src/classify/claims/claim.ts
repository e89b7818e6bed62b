import type { TopicId } from '../../core/verdict.ts';

export type ClaimSource = {
  readonly organisation: string;
  readonly title: string;
  /** http or https. */
  readonly address: string;
};

/** A known false or unproven health claim with its correction. */
export type Claim = {
  /** kebab-case, unique within a library. */
  readonly id: string;
  /** The claim in one plain sentence. */
  readonly claim: string;
  /** A headline under which it was checked, when an imported list has one. */
  readonly title?: string;
  /** Ways in which people say it. */
  readonly says: readonly string[];
  /** What a text must hold to be about this claim, in the notation of `pattern.ts`. */
  readonly match: readonly string[];
  /** The correction in one or two sentences, the fact first. */
  readonly fact?: string;
  readonly sources: readonly ClaimSource[];
  readonly topic?: TopicId;
  /** The month or day of the last review, ISO 8601. */
  readonly date?: string;
};

/** Words that mean the same here, by the name under which patterns use them. */
export type Concepts = Readonly<Record<string, readonly string[]>>;

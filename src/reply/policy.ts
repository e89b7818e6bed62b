import type { Vocabulary } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import type { Opinion } from './opinion.ts';
import type { PhraseIndex } from './phrase-index.ts';

export const contentRules = [
  'confirms-patient',
  'reveals-phi',
  'individual-advice',
  'retaliation',
  'unsupported-claim',
  'solicits-phi',
  'incentive',
  'unprofessional',
  'over-promotion',
] as const;

const formRules = [
  'unfilled-blank',
  'no-offline-path',
  'missing-source',
  'repeats-myth-first',
  'names-staff',
  'too-long',
  'same-text-again',
] as const;

/** A shipped rule, or the id that a practice gave to one of its own. */
export type RuleId = (typeof contentRules)[number] | (typeof formRules)[number] | (string & {});

export type Severity = 'block' | 'warn';

/** One thing that a rule looks for, and the kinds of sentence in which it is or is not meant. */
export type Pattern = {
  readonly phrases: readonly Phrase[];
  /** Names of frames: the pattern counts only in a sentence that is in all of these. */
  readonly when: readonly string[];
  /** Names of frames: the pattern does not count in a sentence that is in one of these. */
  readonly unless: readonly string[];
  /** A practice's own words: what they find always stands. */
  readonly firm: boolean;
};

export type Rule = {
  readonly id: RuleId;
  readonly severity: Severity;
  /** Why the rule exists, for a person. */
  readonly reason: string;
  /** The law, code or guidance that it comes from. */
  readonly source: string;
  readonly version: number;
  /** What to do about a finding. */
  readonly remedy: string;
  /** What can be said instead. */
  readonly say: string;
  readonly patterns: readonly Pattern[];
};

/** What a phrase that was found means: the rule, and the sentences in which it counts. */
export type Cause = { readonly rule: Rule; readonly pattern: Pattern };

/** What a practice changed in the shipped policy, to be shown wherever findings are shown. */
export type Loosened = { readonly rule: RuleId; readonly reason: string };

export type Policy = {
  readonly rules: readonly Rule[];
  readonly index: PhraseIndex<Cause>;
  readonly vocabulary: Vocabulary;
  /** Kinds of sentence (conditional, general, ...), each by the phrases that give it away. */
  readonly frames: ReadonlySet<string>;
  readonly frameIndex: PhraseIndex<string>;
  readonly loosened: readonly Loosened[];
  /** What drafts resemble, to be weighed together with what the rules find. */
  readonly opinion?: Opinion;
  /** Changes whenever a rule, a word or a frame does; stamped on every approval. */
  readonly version: string;
};

/** What screening says of a draft; offsets are UTF-16, `end` after the last character. */
export type Finding = {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly remedy: string;
};

export type Outcome = 'block' | 'warn' | 'pass';

/** The gravest of the findings. */
export const outcomeOf = (findings: readonly Finding[]): Outcome =>
  findings.some(finding => finding.severity === 'block')
    ? 'block'
    : findings.length > 0
      ? 'warn'
      : 'pass';

import type { Practice } from '../core/practice.ts';
import { matcherOf } from './match.ts';
import type { Matcher } from './match.ts';
import { namesOf } from './names.ts';
import type { Finding, Policy, Rule } from './policy.ts';
import { tokensOf } from './tokens.ts';
import type { Tokens } from './tokens.ts';

/** What a draft answers, as far as screening needs it. */
export type Answered = { readonly text: string; readonly title?: string; readonly author?: string };

export type ScreeningContext = {
  readonly policy: Policy;
  readonly practice?: Practice;
  readonly mention?: Answered;
  /** The texts of recent replies, to notice the same text going out again. */
  readonly recent?: readonly string[];
  /** The most characters that the network takes. */
  readonly limit?: number;
};

/** A draft laid open for the checks: its tokens, and the questions that can be asked of them. */
export type Reading = {
  readonly tokens: Tokens;
  readonly matcher: Matcher;
  /** Whether a sentence is of a kind that the policy names. */
  readonly isIn: (frame: string, sentence: number) => boolean;
};

/** Lays a draft open; what a sentence is, is worked out once. */
export const read = (draft: string, { policy, practice }: ScreeningContext): Reading => {
  const tokens = tokensOf(draft);
  const matcher = matcherOf(tokens, policy.lexicons, namesOf(practice));
  const known = new Map<string, boolean>();
  const isIn = (frame: string, sentence: number): boolean => {
    const key = `${frame} ${sentence}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const { from, to } = tokens.sentences[sentence] ?? { from: 0, to: 0 };
    let found = false;
    for (const phrase of policy.frames.get(frame) ?? [])
      for (let at = from; at < to && !found; at++) found = matcher.endOf(phrase, at) !== undefined;
    known.set(key, found);
    return found;
  };
  return { tokens, matcher, isIn };
};

/** A finding over the tokens from `from` up to `to`. */
export const findingAt = (rule: Rule, tokens: Tokens, from: number, to: number): Finding => ({
  rule: rule.id,
  severity: rule.severity,
  start: tokens.starts[from] ?? 0,
  end: tokens.ends[to - 1] ?? tokens.text.length,
  message: rule.reason,
  remedy: rule.remedy,
});

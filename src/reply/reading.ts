import type { Practice } from '../core/practice.ts';
import { matcherOf } from './match.ts';
import type { Matcher } from './match.ts';
import { namesOf } from './names.ts';
import type { NetworkLimit } from './network-limit.ts';
import { eachAt } from './phrase-index.ts';
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
  /** What the network takes where the reply is to stand. */
  readonly limit?: NetworkLimit;
};

/** A draft laid open for the checks: its tokens, and the questions that can be asked of them. */
export type Reading = {
  readonly tokens: Tokens;
  readonly matcher: Matcher;
  /** Whether a sentence is of a kind that the policy names. */
  readonly isIn: (frame: string, sentence: number) => boolean;
};

/** Lays a draft open; what a sentence is, is worked out once. */
export const read = (draft: string, { policy, practice, mention }: ScreeningContext): Reading => {
  const tokens = withoutNames(tokensOf(draft), practice);
  const matcher = matcherOf(tokens, policy.vocabulary, namesOf(practice));
  const known: (ReadonlySet<string> | undefined)[] = [];
  const asked = mention === undefined ? new Set<string>() : framesOfMention(mention, policy);
  const isIn = (frame: string, sentence: number) =>
    asked.has(frame) ||
    (known[sentence] ??= framesOf(sentence, tokens, matcher, policy)).has(frame);
  return { tokens, matcher, isIn };
};

const framesOf = (
  sentence: number,
  tokens: Tokens,
  matcher: Matcher,
  { frameIndex }: Policy,
): ReadonlySet<string> => {
  const { from, to } = tokens.sentences[sentence] ?? { from: 0, to: 0 };
  const found = new Set<string>();
  for (let at = from; at < to; at++)
    eachAt(frameIndex, tokens.words[at] ?? '', at, at === from, matcher, ({ phrase, of }) => {
      if (!found.has(of) && matcher.endOf(phrase, at) !== undefined) found.add(of);
    });
  return found;
};

/** Frames named `mention-…` look at what is answered, and hold for every sentence of the draft. */
const framesOfMention = ({ title = '', text }: Answered, policy: Policy): ReadonlySet<string> => {
  const tokens = tokensOf(`${title}\n${text}`);
  const matcher = matcherOf(tokens, policy.vocabulary, new Set());
  const found = tokens.sentences.flatMap((_, sentence) => [
    ...framesOf(sentence, tokens, matcher, policy),
  ]);
  return new Set(found.filter(frame => frame.startsWith('mention-')));
};

/** The practice's own name may hold words such as "Medicine"; they tell nothing of anybody. */
const withoutNames = (tokens: Tokens, practice: Practice | undefined): Tokens => {
  const words = [...tokens.words];
  for (const name of [practice?.name ?? '', ...(practice?.aliases ?? []), practice?.place ?? '']) {
    const parts = tokensOf(name).words;
    if (parts.length === 0) continue;
    for (let at = 0; at + parts.length <= words.length; at++)
      if (parts.every((part, index) => words[at + index] === part))
        words.fill('own-name', at, at + parts.length);
  }
  return { ...tokens, words };
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

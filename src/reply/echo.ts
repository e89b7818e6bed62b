import { matcherOf } from './match.ts';
import type { Matcher } from './match.ts';
import type { Policy } from './policy.ts';
import { findingAt } from './reading.ts';
import type { Answered, Reading } from './reading.ts';
import { tokensOf } from './tokens.ts';
import type { Tokens } from './tokens.ts';
import type { Ruled } from './weigh.ts';

/**
 * Where a draft repeats clinical words that the reviewer disclosed about themselves. What speaks of people in general
 * ("flu shots are available for everyone") answers a question and repeats nothing.
 */
export const echoes = (
  { tokens, matcher, isIn }: Reading,
  mention: Answered,
  policy: Policy,
): readonly Ruled[] => {
  const rule = policy.rules.find(({ id }) => id === 'reveals-phi');
  const disclosed = disclosedIn(mention, policy);
  if (!rule || disclosed.size === 0) return [];
  return tokens.sentences.flatMap(({ from, to }, sentence) => {
    if (safeFrames.some(frame => isIn(frame, sentence)) || !isIn('addresses', sentence)) return [];
    for (let at = from; at < to; at++)
      if (disclosed.has(stem(tokens.words[at] ?? '')) && matcher.isA('clinical', at))
        return [{ finding: findingAt(rule, tokens, at, at + 1), sentence, firm: false }];
    return [];
  });
};

const safeFrames = ['general', 'conditional', 'general-advice', 'debunks', 'privacy', 'asks'];

/** The clinical words of a mention that tells of its author or their family; empty for questions and opinions. */
const disclosedIn = ({ title = '', text }: Answered, policy: Policy): ReadonlySet<string> => {
  const tokens = tokensOf(`${title}\n${text}`);
  const matcher = matcherOf(tokens, policy.vocabulary, new Set());
  const words = tokens.words.filter((_, at) => matcher.isA('clinical', at));
  return new Set(speaksOfSelf(tokens, matcher) ? words.map(stem) : []);
};

const speaksOfSelf = (tokens: Tokens, matcher: Matcher): boolean =>
  tokens.words.some(
    (word, at) => word === 'i' || word === 'my' || word === 'me' || matcher.isA('kin', at),
  );

/** Enough to see that "migraines" is "migraine"; a real stemmer would also join words that differ. */
const stem = (word: string): string => word.replace(/(?:ies|es|s|ed|ing|y)$/, '').slice(0, 8);

import type { Decidable } from '../core/learned.ts';
import type { Verdict } from '../core/verdict.ts';
import { fold } from '../text/fold.ts';

/** What a decision can hang on, what tells a person most first: the source, the labels, the stars, the words. */
export const factsOf = (item: Decidable, verdict: Verdict): readonly string[] => [
  'always',
  `suggested ${verdict.suggestion.bucket}`,
  ...(item.source === undefined ? [] : [`source ${item.source}`]),
  ...verdict.flags.map(({ kind }) => `flag ${kind}`),
  ...verdict.flags.map(({ reason }) => `reason ${reason}`),
  ...verdict.topics.map(({ id }) => `topic ${id}`),
  `stars ${item.rating ?? 'none'}`,
  `kind ${item.kind ?? 'unknown'}`,
  ...wordsOf(item).map(word => `word ${word}`),
  `sentiment ${verdict.sentiment.label}`,
  `about ${verdict.aboutPractice ? 'us' : 'others'}`,
];

/** Words beyond these say little about what a person will do, and cost time on every key. */
const mostWords = 60;

const wordsOf = ({ title = '', text }: Decidable): readonly string[] => {
  const words = fold(`${title} ${text}`.slice(0, 1200)).match(/[\p{L}\p{N}]{4,20}/gu) ?? [];
  return [...new Set(words)].slice(0, mostWords);
};

/** The mentions that share a fact, in words; undefined where that says nothing to a person. */
export const inWords = (fact: string): string | undefined => {
  if (fact === 'always') return 'mentions';
  const place = fact.indexOf(' ');
  const value = fact.slice(place + 1);
  const say = phrases[fact.slice(0, place)];
  return say && !isNothing.has(value) ? `mentions ${say(value)}` : undefined;
};

const isNothing = new Set(['none', 'unknown']);

const phrases: Readonly<Record<string, (value: string) => string>> = {
  sentiment: value => `that sound ${value}`,
  about: value => (value === 'us' ? 'about us' : 'not about us'),
  kind: value => `that are a ${value}`,
  stars: value => `with ${value} star${value === '1' ? '' : 's'}`,
  source: value => `from ${value}`,
  flag: value => `flagged ${value}`,
  reason: value => `of which the flag says “${value}”`,
  topic: value => `on ${value}`,
  word: value => `that say “${value}”`,
};

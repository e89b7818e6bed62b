import { fold } from '../text/fold.ts';
import type { Bucket, Classifiable, Verdict } from '../core/verdict.ts';

/** What a decision can hang on: the labels of the verdict, the kind and stars, and the words. */
export const factsOf = (
  item: Classifiable,
  verdict: Verdict,
  suggested: Bucket,
): readonly string[] => [
  'always',
  `suggested ${suggested}`,
  `sentiment ${verdict.sentiment.label}`,
  `about us ${verdict.aboutPractice}`,
  `kind ${item.kind ?? 'unknown'}`,
  `stars ${item.rating ?? 'none'}`,
  ...verdict.flags.map(({ kind }) => `flag ${kind}`),
  ...verdict.flags.map(({ kind, reason }) => `flag ${kind}: ${reason}`),
  ...verdict.topics.map(({ id }) => `topic ${id}`),
  ...wordsOf(item).map(word => `word ${word}`),
];

/** Words beyond these say little about what a person will do, and cost time on every key. */
const mostWords = 60;

const wordsOf = ({ title = '', text }: Classifiable): readonly string[] => {
  const words = fold(`${title} ${text}`.slice(0, 1200)).match(/[\p{L}\p{N}]{4,20}/gu) ?? [];
  return [...new Set(words)].slice(0, mostWords);
};

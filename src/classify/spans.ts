import type { Span } from '../core/verdict.ts';
import type { Document } from './document.ts';

/** The span of tokens `from` up to but not including `to`, which must lie on one side of the title's end. */
export const spanOf = ({ starts, ends, titleTokens }: Document, from: number, to: number): Span => {
  const span = { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 };
  return from < titleTokens ? { ...span, in: 'title' } : span;
};

/** The strongest tokens as spans in reading order; neighbours, and those one small word apart, become one phrase. */
export const strongestSpans = (
  document: Document,
  strength: (token: number) => number,
  most: number,
): readonly Span[] => {
  const { tokens, titleTokens } = document;
  let top = 0;
  for (let t = 0; t < tokens.length; t++) if (isWord(tokens[t])) top = Math.max(top, strength(t));
  if (top <= 0) return [];
  const phrases: { from: number; to: number; weight: number }[] = [];
  for (let t = 0; t < tokens.length; t++) {
    const weight = strength(t);
    if (weight < top * shareOfTop || !isWord(tokens[t])) continue;
    const last = phrases.at(-1);
    const near =
      last !== undefined && t - last.to <= 1 && last.from < titleTokens === t < titleTokens;
    if (near && last.to - last.from < longestPhrase && isWord(tokens[t - 1])) {
      last.to = t + 1;
      last.weight += weight;
    } else phrases.push({ from: t, to: t + 1, weight });
  }
  return phrases
    .sort((a, b) => b.weight - a.weight || a.from - b.from)
    .slice(0, most)
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => spanOf(document, from, to));
};

/** Tokens with less than this share of the strongest one's part are not worth showing. */
const shareOfTop = 0.35;
const longestPhrase = 6;

const isWord = (token: string | undefined): boolean =>
  token !== undefined && (token.length > 1 || token > '\u007f' || /[a-z0-9]/.test(token));

/** The words that speak most for something, or the first word when none does. */
export const leaningSpans = (document: Document, leaning: Float32Array): readonly Span[] => {
  const spans = strongestSpans(document, token => leaning[token] ?? 0, 3);
  return spans.length > 0 ? spans : strongestSpans(document, token => 1 / (1 + token), 1);
};

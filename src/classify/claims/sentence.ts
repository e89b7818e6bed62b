import type { Document } from '../document.ts';

/** Tokens from `from` to before `to`. */
export type Sentence = { readonly from: number; readonly to: number };

/** The sentence that holds a token. */
export const sentenceAt = ({ sentences, tokens }: Document, at: number): Sentence => {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { from: sentences[low] ?? 0, to: sentences[low + 1] ?? tokens.length };
};

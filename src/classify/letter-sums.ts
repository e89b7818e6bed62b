import { rememberIntegers } from './dictionary.ts';
import type { Numbered } from './dictionary.ts';
import { letterCount, readLetters } from './features.ts';
import type { Model } from './model.ts';

/** Sums of a model's weights over the letters of each token, one a column, at the token's number times the columns. */
export const letterSums = (model: Model, text: Numbered): Int32Array => {
  const held = remembered.get(model) ?? rememberIntegers(model.columns, sumOf(model));
  remembered.set(model, held);
  return held(text);
};

/** Each token is summed up once for each model: letters are three features of four, and took half of a model's time. */
const remembered = new WeakMap<Model, (text: Numbered) => Int32Array>();

const sumOf = ({ letters, letterBits, columns }: Model) => {
  let hashes = new Int32Array(256);
  return (token: string, sums: Int32Array, from: number): void => {
    if (letterCount(token) > hashes.length) hashes = new Int32Array(letterCount(token));
    const count = readLetters(token, hashes, 0);
    for (let f = 0; f < count; f++) {
      const row = ((hashes[f] as number) >>> (32 - letterBits)) * columns;
      for (let k = 0; k < columns; k++)
        sums[from + k] = (sums[from + k] as number) + (letters[row + k] as number);
    }
  };
};

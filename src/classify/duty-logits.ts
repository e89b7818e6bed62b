import { letterCount } from './features.ts';
import type { Features } from './features.ts';
import { letterSums } from './letter-sums.ts';
import type { Model } from './model.ts';

/** One logit a column: of the whole text, and of the sentence in which it is largest. */
export type DutyLogits = {
  readonly whole: ArrayLike<number>;
  readonly loudest: ArrayLike<number>;
};

/** Reads a text sentence by sentence as well (by a model whose columns are a multiple of four): one sentence of complaint does not drown in five of praise. */
export const dutyLogits = (model: Model, features: Features): DutyLogits => {
  const { columns } = model;
  const sums = sumUp(model, features);
  const { words, letters, wordCounts, letterCounts } = sums;
  const parts = wordCounts.length;
  const whole = new Float64Array(columns);
  const loudest = new Float64Array(columns);
  for (let k = 0; k < columns; k++) {
    let [wordTotal, letterTotal, top] = [0, 0, -Infinity];
    for (let part = 0; part < parts; part++) {
      const [ofWords, ofLetters] = [words[part * columns + k], letters[part * columns + k]];
      wordTotal += ofWords as number;
      letterTotal += ofLetters as number;
      const own = scaled(model, ofWords, wordCounts[part], ofLetters, letterCounts[part]);
      if (own > top && wordCounts[part] !== 0) top = own;
    }
    const bias = model.bias[k] ?? 0;
    const rest = features.count - features.words;
    const all = scaled(model, wordTotal, features.words, letterTotal, rest);
    whole[k] = all + bias;
    loudest[k] = (parts > 1 && top > -Infinity ? top : all) + bias;
  }
  return { whole, loudest };
};

/** Words and letters are each scaled to length one, as in `featureScales`. */
const scaled = (
  { wordStep, letterStep }: Model,
  words = 0,
  wordCount = 0,
  letters = 0,
  letterCount = 0,
): number =>
  (words * wordStep) / Math.sqrt(Math.max(1, wordCount)) +
  (letters * letterStep) / Math.sqrt(Math.max(1, letterCount));

/** By sentence: sums of int8 weights, one a column, and how many features they are of. */
type Sums = {
  readonly words: Int32Array;
  readonly letters: Int32Array;
  readonly wordCounts: Int32Array;
  readonly letterCounts: Int32Array;
};

const sumUp = (model: Model, features: Features): Sums => {
  const { columns } = model;
  const { tokens, document, kept } = features;
  const { sentences } = document;
  const parts = Math.max(1, sentences.length);
  const sums = {
    words: new Int32Array(parts * columns),
    letters: new Int32Array(parts * columns),
    wordCounts: new Int32Array(parts),
    letterCounts: new Int32Array(parts),
  };
  const own = letterSums(model, document);
  let [feature, next] = [0, 0];
  for (let part = 0; part < parts; part++) {
    const end = sentences[part + 1] ?? Infinity;
    const [firstFeature, firstKept] = [feature, next];
    while (feature < features.words && (tokens[feature] as number) < end) feature++;
    while (next < kept.length && (kept[next] as number) < end) next++;
    sums.wordCounts[part] = feature - firstFeature;
    sumWords(model, features, firstFeature, feature, sums.words, part * columns);
    let many = 0;
    for (let at = firstKept; at < next; at++) {
      const token = kept[at] as number;
      many += letterCount(document.tokens[token] as string);
      const row = (document.numbers[token] as number) * columns;
      for (let k = 0; k < columns; k++)
        sums.letters[part * columns + k] =
          (sums.letters[part * columns + k] as number) + (own[row + k] as number);
    }
    sums.letterCounts[part] = many;
  }
  return sums;
};

/** Adds up the rows of some word features; four columns at a time stay in registers, as in `logitsOf`. */
const sumWords = (
  { columns, wordBits, words }: Model,
  { hashes }: Features,
  from: number,
  to: number,
  sums: Int32Array,
  at: number,
): void => {
  const shift = 32 - wordBits;
  for (let k = 0; k < columns; k += 4) {
    let [first, second, third, fourth] = [0, 0, 0, 0];
    for (let f = from; f < to; f++) {
      const cell = ((hashes[f] as number) >>> shift) * columns + k;
      first += words[cell] as number;
      second += words[cell + 1] as number;
      third += words[cell + 2] as number;
      fourth += words[cell + 3] as number;
    }
    sums[at + k] = first;
    sums[at + k + 1] = second;
    sums[at + k + 2] = third;
    sums[at + k + 3] = fourth;
  }
};

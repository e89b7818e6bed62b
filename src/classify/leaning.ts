import type { Features } from './features.ts';
import { letterSums } from './letter-sums.ts';
import { featureScales } from './model.ts';
import type { Model } from './model.ts';

/** How a text leans by one sentiment model: the logits of its classes, and what each token gave to them. */
export type Leaning = {
  /** Negative and positive, against neutral at 0; calibrated. */
  readonly negative: number;
  readonly positive: number;
  /** What each token gave to positive minus negative, in logits of the whole text. */
  readonly tokens: Float32Array;
};

/** Judges by a model of two columns (negative, positive), which are measured from neutral. */
export const leaningOf = (model: Model, features: Features, tokenCount: number): Leaning => {
  const { hashes, tokens: at, widths, words, document, kept } = features;
  const [wordScale, letterScale] = featureScales(features);
  const [temperature = 1] = model.temperature;
  const tokens = new Float32Array(tokenCount);
  const wordWorth = (wordScale * model.wordStep) / temperature;
  const wordShift = 32 - model.wordBits;
  let [negativeWords, positiveWords] = [0, 0];
  for (let f = 0; f < words; f++) {
    const base = ((hashes[f] as number) >>> wordShift) * 2;
    const negative = model.words[base] as number;
    const positive = model.words[base + 1] as number;
    negativeWords += negative;
    positiveWords += positive;
    const width = widths[f] as number;
    const each = ((positive - negative) * wordWorth) / width;
    for (let token = at[f] as number, left = width; left > 0; left--, token--)
      tokens[token] = (tokens[token] as number) + each;
  }
  const letterWorth = (letterScale * model.letterStep) / temperature;
  const letters = letterSums(model, document);
  let [negativeLetters, positiveLetters] = [0, 0];
  for (let index = 0; index < kept.length; index++) {
    const token = kept[index] as number;
    const base = (document.numbers[token] as number) * 2;
    const negative = letters[base] as number;
    const positive = letters[base + 1] as number;
    negativeLetters += negative;
    positiveLetters += positive;
    tokens[token] = (tokens[token] as number) + (positive - negative) * letterWorth;
  }
  const [negativeBias = 0, positiveBias = 0] = model.bias;
  return {
    negative:
      negativeWords * wordWorth + negativeLetters * letterWorth + negativeBias / temperature,
    positive:
      positiveWords * wordWorth + positiveLetters * letterWorth + positiveBias / temperature,
    tokens,
  };
};

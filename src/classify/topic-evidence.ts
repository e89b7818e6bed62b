import type { Features } from './features.ts';
import { featureScales } from './model.ts';
import type { Model } from './model.ts';

/** What each token gave to one column of a model; for evidence, when no phrase of a lexicon explains a label. */
export const columnTokens = (
  model: Model,
  features: Features,
  column: number,
  tokenCount: number,
): Float32Array => {
  const { hashes, tokens: at, widths, words, count } = features;
  const { columns } = model;
  const [wordScale, letterScale] = featureScales(features);
  const given = new Float32Array(tokenCount);
  for (let f = 0; f < count; f++) {
    const isWord = f < words;
    const bucket = (hashes[f] as number) >>> (32 - (isWord ? model.wordBits : model.letterBits));
    const weight = (isWord ? model.words : model.letters)[bucket * columns + column] ?? 0;
    const width = isWord ? (widths[f] ?? 1) : 1;
    const each =
      (weight * (isWord ? wordScale * model.wordStep : letterScale * model.letterStep)) / width;
    for (let left = 0, t = at[f] ?? 0; left < width; left++, t--) given[t] = (given[t] ?? 0) + each;
  }
  return given;
};

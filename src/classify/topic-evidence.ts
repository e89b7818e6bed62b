import type { Features } from './features.ts';
import { letterSums } from './letter-sums.ts';
import { featureScales } from './model.ts';
import type { Model } from './model.ts';

/** What each token gave to one column of a model; for evidence, when no phrase of a lexicon explains a label. */
export const columnTokens = (
  model: Model,
  features: Features,
  column: number,
  tokenCount: number,
): Float32Array => {
  const { hashes, tokens: at, widths, words, document, kept } = features;
  const { columns } = model;
  const [wordScale, letterScale] = featureScales(features);
  const given = new Float32Array(tokenCount);
  for (let f = 0; f < words; f++) {
    const bucket = (hashes[f] as number) >>> (32 - model.wordBits);
    const width = widths[f] ?? 1;
    const each =
      ((model.words[bucket * columns + column] ?? 0) * wordScale * model.wordStep) / width;
    for (let left = 0, t = at[f] ?? 0; left < width; left++, t--) given[t] = (given[t] ?? 0) + each;
  }
  const letters = letterSums(model, document);
  for (const t of kept) {
    const sum = letters[(document.numbers[t] as number) * columns + column] ?? 0;
    given[t] = (given[t] ?? 0) + sum * letterScale * model.letterStep;
  }
  return given;
};

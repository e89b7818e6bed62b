import type { Model } from '../classify/model.ts';
import type { Fitted } from './fit.ts';

/** Turns fitted weights into int8: steps are set by the 99.999th percentile, and what lies beyond is cut to it. */
export const shrink = (fitted: Fitted): Model => {
  const { shape, bias, weights } =
    fitted.shape.kind === 'softmax' ? againstNeutral(fitted) : fitted;
  const { columns, wordBits, letterBits, letterShare } = shape;
  const cut = 2 ** wordBits * columns;
  const words = quantised(weights.subarray(0, cut));
  const letters = quantised(weights.subarray(cut));
  return {
    columns,
    wordBits,
    letterBits,
    wordStep: words.step,
    letterStep: letters.step * letterShare,
    bias: [...bias],
    temperature: Array.from({ length: columns }, () => 1),
    threshold: Array.from({ length: columns }, () => 0.5),
    words: words.table,
    letters: letters.table,
  };
};

/** Only differences of softmax logits count, so negative and positive are kept relative to neutral: a third less to ship. */
const againstNeutral = ({ shape, weights, bias }: Fitted): Fitted => {
  const buckets = weights.length / 3;
  const kept = new Float32Array(buckets * 2);
  for (let bucket = 0; bucket < buckets; bucket++) {
    const neutral = weights[bucket * 3 + 1] ?? 0;
    kept[bucket * 2] = (weights[bucket * 3] ?? 0) - neutral;
    kept[bucket * 2 + 1] = (weights[bucket * 3 + 2] ?? 0) - neutral;
  }
  const neutral = bias[1] ?? 0;
  return {
    shape: { ...shape, columns: 2 },
    weights: kept,
    bias: Float64Array.of((bias[0] ?? 0) - neutral, (bias[2] ?? 0) - neutral),
  };
};

const quantised = (weights: Float32Array): { table: Int8Array; step: number } => {
  const sizes = weights
    .map(Math.abs)
    .filter(size => size > 0)
    .sort();
  const top = sizes[Math.floor(sizes.length * 0.99999)] ?? 1;
  const step = top / 127;
  const table = Int8Array.from(weights, weight =>
    Math.max(-127, Math.min(127, Math.round(weight / step))),
  );
  return { table, step };
};

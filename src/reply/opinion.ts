import { buckets, likenessOf } from './likeness.ts';
import { contentRules } from './policy.ts';
import type { Finding, Policy } from './policy.ts';
import { findingAt } from './reading.ts';
import type { Reading } from './reading.ts';

/** What a text is judged to be: one of the content rules, or unsafe in any way. */
export const outputs = [...contentRules, 'unsafe'] as const;

/**
 * A linear model that knows unsafe drafts by their likeness to others. It speaks only where no rule does: rules say what
 * is wrong in words that a person can check, a likeness can only say "this resembles".
 */
export type Opinion = {
  /** A row of `buckets` weights and then the bias, for each output in turn. */
  readonly weights: Int8Array;
  /** What one step of a weight is worth, for each output. */
  readonly scales: readonly number[];
  /** From this likelihood on it speaks. */
  readonly threshold: number;
  readonly version: string;
};

/** The finding that a second opinion adds to a draft in which the rules found nothing: none, or one. */
export const secondOpinion = (
  reading: Reading,
  policy: Policy,
  opinion: Opinion,
): readonly Finding[] => {
  const frames = [...policy.frames];
  const all = reading.tokens.sentences.map((_, sentence) => sentence);
  const features = likenessOf(reading, frames, all);
  if (features.length === 0 || likelihood(features, 'unsafe', opinion) < opinion.threshold)
    return [];
  const [id] = [...contentRules].toSorted(
    (a, b) => likelihood(features, b, opinion) - likelihood(features, a, opinion),
  );
  const rule = policy.rules.find(one => one.id === id);
  if (!rule) return [];
  const likely = (sentence: number) =>
    likelihood(likenessOf(reading, frames, [sentence]), 'unsafe', opinion);
  const [worst = 0] = all.toSorted((a, b) => likely(b) - likely(a));
  const { from, to } = reading.tokens.sentences[worst] ?? { from: 0, to: 0 };
  const found = findingAt(rule, reading.tokens, from, to);
  return [{ ...found, message: `resembles drafts of which one ${found.message}` }];
};

/** How likely an output holds, 0 to 1. */
export const likelihood = (
  features: readonly number[],
  output: (typeof outputs)[number],
  { weights, scales }: Opinion,
): number => {
  const index = outputs.indexOf(output);
  const row = index * (buckets + 1);
  let sum = 0;
  for (const feature of features) sum += weights[row + feature] ?? 0;
  const score =
    (sum / Math.sqrt(Math.max(1, features.length)) + (weights[row + buckets] ?? 0)) *
    (scales[index] ?? 0);
  return 1 / (1 + Math.exp(-score));
};

/** The model as bytes: four for each scale, four for the threshold, then the weights. */
export const readOpinion = (bytes: Uint8Array, version: string): Opinion => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = 4 * (outputs.length + 1);
  if (bytes.byteLength !== head + outputs.length * (buckets + 1))
    throw new Error('The model of replies has another size than this listen expects.');
  return {
    scales: outputs.map((_, index) => view.getFloat32(4 * index, true)),
    threshold: view.getFloat32(4 * outputs.length, true),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + head, bytes.byteLength - head),
    version,
  };
};

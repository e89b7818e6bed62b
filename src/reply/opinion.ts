import type { Balance } from './balance.ts';
import { buckets } from './likeness.ts';
import { contentRules } from './policy.ts';

/** What a text is judged to be: one of the content rules, or unsafe in any way. */
export const outputs = [...contentRules, 'unsafe'] as const;

export type Output = (typeof outputs)[number];

/** A linear model that knows unsafe drafts by their likeness to others. */
export type Model = {
  /** A row of `buckets` weights and then the bias, for each output in turn. */
  readonly weights: Int8Array;
  /** What one step of a weight is worth, for each output. */
  readonly scales: readonly number[];
};

/** The model, and how it is weighed against the rules. */
export type Opinion = Model & { readonly balance: Balance; readonly version: string };

/** The log odds that an output holds of a text with these features. */
export const scoreOf = (
  features: ReadonlySet<number>,
  output: Output,
  { weights, scales }: Model,
): number => {
  const index = outputs.indexOf(output);
  const row = index * (buckets + 1);
  let sum = 0;
  for (const feature of features) sum += weights[row + feature] ?? 0;
  const mean = sum / Math.sqrt(Math.max(1, features.size));
  return (mean + (weights[row + buckets] ?? 0)) * (scales[index] ?? 0);
};

/** A scale for each output, a threshold for each rule, and what else is in the balance. */
const headBytes = 4 * (outputs.length + contentRules.length + 3);

/** The model as bytes: four for each number of the head, then the weights. */
export const writeOpinion = ({
  weights,
  scales,
  balance,
}: Omit<Opinion, 'version'>): Uint8Array => {
  const bytes = new Uint8Array(headBytes + weights.length);
  const view = new DataView(bytes.buffer);
  [...scales, ...balance.thresholds, balance.rule, balance.second, balance.unsafe].forEach(
    (number, at) => view.setFloat32(4 * at, number, true),
  );
  new Int8Array(bytes.buffer).set(weights, headBytes);
  return bytes;
};

/** Reads what `writeOpinion` wrote; throws when it has another size. */
export const readOpinion = (bytes: Uint8Array, version: string): Opinion => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength !== headBytes + outputs.length * (buckets + 1))
    throw new Error('The model of replies has another size than this listen expects.');
  const number = (at: number) => view.getFloat32(4 * at, true);
  const rest = outputs.length + contentRules.length;
  return {
    scales: outputs.map((_, index) => number(index)),
    balance: {
      thresholds: contentRules.map((_, index) => number(outputs.length + index)),
      rule: number(rest),
      second: number(rest + 1),
      unsafe: number(rest + 2),
    },
    weights: new Int8Array(
      bytes.buffer,
      bytes.byteOffset + headBytes,
      bytes.byteLength - headBytes,
    ),
    version,
  };
};

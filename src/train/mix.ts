import type { MixRows } from '../classify/duty-mix.ts';
import { randomFrom, shuffle } from './chance.ts';

/** The signals of one text and which heads hold for it; a head of worth 0 is not said. */
export type Signalled = {
  readonly signals: Float64Array;
  readonly holds: readonly boolean[];
  readonly worth: readonly number[];
};

/** What five-fold tries on texts of ours liked best. */
const units = 16;
const epochs = 30;
const batch = 16;
const fastest = 0.004;
/** How much weights shrink at each step. */
const decay = 0.05;

/** Fits a small network by Adam over shuffled batches; the same texts give the same weights. */
export const fitMix = (texts: readonly Signalled[], seed: number): MixRows => {
  const inputs = texts[0]?.signals.length ?? 0;
  const outputs = texts[0]?.holds.length ?? 0;
  const random = randomFrom(seed);
  const net = start(inputs, outputs, random);
  const order = Uint32Array.from(texts, (_, index) => index);
  const moved = {
    first: new Float64Array(net.weights.length),
    second: new Float64Array(net.weights.length),
  };
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    const rate = fastest * (1 - epoch / epochs) + 1e-4;
    for (let from = 0; from < order.length; from += batch) {
      const part = order.subarray(from, from + batch);
      const slope = slopeOf(
        net,
        [...part].flatMap(at => texts[at] ?? []),
      );
      descend(net.weights, slope, moved, rate, ++step);
    }
  }
  return mixOf(net);
};

/** All weights in one row: those of the hidden units first, then a row a head over inputs and units. */
type Net = {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float64Array;
};

const start = (inputs: number, outputs: number, random: () => number): Net => {
  const weights = new Float64Array(units * inputs + outputs * (inputs + units));
  const spread = 3 / Math.sqrt(inputs);
  for (let at = 0; at < units * inputs; at++) weights[at] = (random() - 0.5) * spread;
  for (let head = 0; head < outputs; head++) {
    const own = units * inputs + head * (inputs + units) + inputs;
    for (let unit = 0; unit < units; unit++) weights[own + unit] = (random() - 0.5) / 2;
  }
  return { inputs, outputs, weights };
};

const slopeOf = ({ inputs, outputs, weights }: Net, texts: readonly Signalled[]): Float64Array => {
  const slope = new Float64Array(weights.length);
  const active = new Float64Array(units);
  for (const { signals, holds, worth } of texts) {
    for (let unit = 0; unit < units; unit++)
      active[unit] = Math.tanh(dot(weights, unit * inputs, signals));
    const pulled = new Float64Array(units);
    for (let head = 0; head < outputs; head++) {
      const row = units * inputs + head * (inputs + units);
      const sum = dot(weights, row, signals) + dot(weights, row + inputs, active);
      const pull = (1 / (1 + Math.exp(-sum)) - Number(holds[head])) * (worth[head] ?? 0);
      add(slope, row, signals, pull);
      add(slope, row + inputs, active, pull);
      for (let unit = 0; unit < units; unit++)
        pulled[unit] = (pulled[unit] ?? 0) + pull * (weights[row + inputs + unit] ?? 0);
    }
    for (let unit = 0; unit < units; unit++)
      add(slope, unit * inputs, signals, (pulled[unit] ?? 0) * (1 - (active[unit] ?? 0) ** 2));
  }
  return slope.map(one => one / Math.max(1, texts.length));
};

const dot = (weights: Float64Array, from: number, values: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < values.length; at++)
    sum += (weights[from + at] as number) * (values[at] as number);
  return sum;
};

const add = (to: Float64Array, from: number, values: Float64Array, times: number): void => {
  for (let at = 0; at < values.length; at++)
    to[from + at] = (to[from + at] as number) + times * (values[at] as number);
};

/** One step of Adam (Kingma and Ba 2015), with weights that decay by themselves (Loshchilov and Hutter 2019). */
const descend = (
  weights: Float64Array,
  slope: Float64Array,
  { first, second }: { readonly first: Float64Array; readonly second: Float64Array },
  rate: number,
  step: number,
): void => {
  const [early, late] = [1 - 0.9 ** step, 1 - 0.999 ** step];
  for (let at = 0; at < weights.length; at++) {
    const own = slope[at] as number;
    const weight = weights[at] as number;
    const mean = 0.9 * (first[at] as number) + 0.1 * own;
    const square = 0.999 * (second[at] as number) + 0.001 * own * own;
    first[at] = mean;
    second[at] = square;
    weights[at] =
      weight - rate * (mean / early / (Math.sqrt(square / late) + 1e-8) + decay * weight);
  }
};

const mixOf = ({ inputs, outputs, weights }: Net): MixRows => {
  const row = (from: number, length: number) =>
    Array.from(weights.subarray(from, from + length), one => Math.round(one * 1000) / 1000);
  const width = inputs + units;
  return {
    hidden: Array.from({ length: units }, (_, unit) => row(unit * inputs, inputs)),
    heads: Array.from({ length: outputs }, (_, head) => row(units * inputs + head * width, width)),
  };
};

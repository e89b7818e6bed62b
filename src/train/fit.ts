import type { Features } from '../classify/features.ts';
import { randomFrom, shuffle } from './chance.ts';

/** One training text: its hashed features, its class (or classes, as bits), and how much it counts. */
export type Example = {
  readonly features: Features;
  readonly label: number;
  readonly weight: number;
  /** Logits that are known before anything is learned: the fit learns the rest. */
  readonly offset?: ArrayLike<number>;
  /** Columns, as bits, of which the label does not say whether they are right. */
  readonly unsaid?: number;
};

export type Shape = {
  /** `softmax`: one of the columns is right. `sigmoid`: `label` is a bit mask of the columns that are. */
  readonly kind: 'softmax' | 'sigmoid';
  readonly columns: number;
  /** Buckets of the word table and of the letter table, as powers of two. */
  readonly wordBits: number;
  readonly letterBits: number;
  /** How loud the letters of a text are beside its words. */
  readonly letterShare: number;
};

export type Schedule = {
  readonly epochs: number;
  readonly rate: number;
  /** Added to the squared gradients of AdaGrad: the more, the slower rare n-grams learn. */
  readonly calm: number;
  readonly seed: number;
};

/** Weights while they are fitted: words first, then letters, `columns` values a bucket. */
export type Fitted = {
  readonly shape: Shape;
  readonly weights: Float32Array;
  readonly bias: Float64Array;
};

/** Fits a logistic regression by AdaGrad with a falling rate over shuffled examples. */
export const fit = (examples: readonly Example[], shape: Shape, schedule: Schedule): Fitted => {
  const { columns } = shape;
  const size = (2 ** shape.wordBits + 2 ** shape.letterBits) * columns;
  const weights = new Float32Array(size);
  const squares = new Float32Array(size);
  const bias = new Float64Array(columns);
  const biasSquares = new Float64Array(columns);
  const random = randomFrom(schedule.seed);
  const order = Uint32Array.from(examples, (_, index) => index);
  const gradients = new Float64Array(columns);
  const fitted = { shape, weights, bias };
  for (let epoch = 0; epoch < schedule.epochs; epoch++) {
    shuffle(order, random);
    const rate = schedule.rate * (1 - epoch / schedule.epochs);
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      scoreInto(fitted, example.features, gradients);
      if (example.offset !== undefined)
        for (let k = 0; k < columns; k++)
          gradients[k] = (gradients[k] ?? 0) + (example.offset[k] ?? 0);
      toProbabilities(shape, gradients);
      for (let k = 0; k < columns; k++) {
        const isSaid = (((example.unsaid ?? 0) >>> k) & 1) === 0;
        const error = (gradients[k] ?? 0) - target(shape, example.label, k);
        const gradient = isSaid ? error * example.weight : 0;
        gradients[k] = gradient;
        const square = (biasSquares[k] ?? 0) + gradient * gradient;
        biasSquares[k] = square;
        bias[k] = (bias[k] ?? 0) - (rate * gradient) / Math.sqrt(square + 1);
      }
      step(fitted, squares, example.features, gradients, { ...schedule, rate });
    }
  }
  return fitted;
};

const target = ({ kind }: Shape, label: number, column: number): number =>
  kind === 'softmax' ? Number(label === column) : (label >>> column) & 1;

const step = (
  { shape, weights }: Fitted,
  squares: Float32Array,
  features: Features,
  gradients: Float64Array,
  { rate, calm }: Schedule,
): void => {
  const { hashes, count, words } = features;
  const { columns } = shape;
  const [wordScale, letterScale] = scales(shape, features);
  for (let f = 0; f < count; f++) {
    const scale = f < words ? wordScale : letterScale;
    const base = bucketOf(shape, hashes[f] as number, f < words);
    for (let k = 0; k < columns; k++) {
      const gradient = (gradients[k] as number) * scale;
      const square = (squares[base + k] as number) + gradient * gradient;
      squares[base + k] = square;
      weights[base + k] =
        (weights[base + k] as number) - (rate * gradient) / Math.sqrt(square + calm);
    }
  }
};

/** Adds up the weights of a text into `logits`. */
const scoreInto = (fitted: Fitted, features: Features, logits: Float64Array): void => {
  const { shape, weights, bias } = fitted;
  const { columns } = shape;
  const { hashes, count, words } = features;
  const [wordScale, letterScale] = scales(shape, features);
  logits.set(bias);
  for (let f = 0; f < count; f++) {
    const scale = f < words ? wordScale : letterScale;
    const base = bucketOf(shape, hashes[f] as number, f < words);
    for (let k = 0; k < columns; k++)
      logits[k] = (logits[k] as number) + (weights[base + k] as number) * scale;
  }
};

/** Words and letters are each scaled to length one, so that long texts push no harder than short ones. */
const scales = ({ letterShare }: Shape, { count, words }: Features): [number, number] => [
  1 / Math.sqrt(Math.max(1, words)),
  letterShare / Math.sqrt(Math.max(1, count - words)),
];

const bucketOf = ({ columns, wordBits, letterBits }: Shape, hash: number, isWord: boolean) =>
  (isWord ? hash >>> (32 - wordBits) : 2 ** wordBits + (hash >>> (32 - letterBits))) * columns;

/** Turns logits into probabilities, in place. */
const toProbabilities = ({ kind }: Pick<Shape, 'kind'>, logits: Float64Array): void => {
  if (kind === 'sigmoid') {
    for (let k = 0; k < logits.length; k++) logits[k] = 1 / (1 + Math.exp(-(logits[k] ?? 0)));
    return;
  }
  const top = Math.max(...logits);
  let total = 0;
  for (let k = 0; k < logits.length; k++) total += logits[k] = Math.exp((logits[k] ?? 0) - top);
  for (let k = 0; k < logits.length; k++) logits[k] = (logits[k] ?? 0) / total;
};

import type { Features } from './features.ts';
import { letterSums } from './letter-sums.ts';

/**
 * A linear model over hashed n-grams, as `npm run train` writes it. Columns are classes, or topics; tables hold
 * `columns` int8 weights a bucket. Parsing copies nothing: the tables are views of the file's bytes.
 */
export type Model = {
  readonly columns: number;
  readonly wordBits: number;
  readonly letterBits: number;
  /** What one step of an int8 weight is worth, for words and for letters. */
  readonly wordStep: number;
  readonly letterStep: number;
  readonly bias: readonly number[];
  /** Logits are divided by this to be calibrated, one a column. */
  readonly temperature: readonly number[];
  /** The probability from which a column is said, one a column. */
  readonly threshold: readonly number[];
  readonly words: Int8Array;
  readonly letters: Int8Array;
};

/** "LSM1" in ASCII, little endian. */
const magic = 0x314d534c;
const fixedHeader = 24;

/** Reads the bytes of a model file; throws when they are not one. */
export const parseModel = (bytes: Uint8Array): Model => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < fixedHeader || view.getUint32(0, true) !== magic)
    throw new Error('This is not a model file of this version; reinstall, or train again.');
  const columns = view.getUint32(4, true);
  const wordBits = view.getUint32(8, true);
  const letterBits = view.getUint32(12, true);
  const row = (index: number) =>
    Array.from({ length: columns }, (_, column) =>
      view.getFloat32(fixedHeader + (index * columns + column) * 4, true),
    );
  const from = fixedHeader + 3 * columns * 4;
  const wordCount = 2 ** wordBits * columns;
  const letterCount = letterBits === 0 ? 0 : 2 ** letterBits * columns;
  if (bytes.byteLength !== from + wordCount + letterCount)
    throw new Error('This model file was cut short; reinstall, or train again.');
  const table = (offset: number, length: number) =>
    new Int8Array(bytes.buffer, bytes.byteOffset + offset, length);
  return {
    columns,
    wordBits,
    letterBits,
    wordStep: view.getFloat32(16, true),
    letterStep: view.getFloat32(20, true),
    bias: row(0),
    temperature: row(1),
    threshold: row(2),
    words: table(from, wordCount),
    letters: table(from + wordCount, letterCount),
  };
};

/** The bytes that `parseModel` reads. */
export const writeModel = (model: Model): Uint8Array => {
  const { columns, words, letters } = model;
  const from = fixedHeader + 3 * columns * 4;
  const bytes = new Uint8Array(from + words.length + letters.length);
  const view = new DataView(bytes.buffer);
  const { wordBits, letterBits, wordStep, letterStep } = model;
  [magic, columns, wordBits, letterBits].forEach((n, i) => view.setUint32(i * 4, n, true));
  [wordStep, letterStep].forEach((n, i) => view.setFloat32(16 + i * 4, n, true));
  [model.bias, model.temperature, model.threshold]
    .flat()
    .forEach((n, i) => view.setFloat32(fixedHeader + i * 4, n, true));
  bytes.set(new Uint8Array(words.buffer, words.byteOffset, words.length), from);
  bytes.set(
    new Uint8Array(letters.buffer, letters.byteOffset, letters.length),
    from + words.length,
  );
  return bytes;
};

/** Words and letters of a text are each scaled to length one, so that long texts push no harder than short ones. */
export const featureScales = ({
  count,
  words,
}: Features): readonly [words: number, letters: number] => [
  1 / Math.sqrt(Math.max(1, words)),
  1 / Math.sqrt(Math.max(1, count - words)),
];

/** One logit a column, not yet calibrated. */
export const logitsOf = (model: Model, features: Features): Float64Array => {
  const { columns, words } = model;
  const shift = 32 - model.wordBits;
  const sums = new Int32Array(columns);
  // Sums are of integers, so they come out the same on every machine; four columns at a time stay in registers.
  for (let k = 0; k < columns; k += 4) {
    let [first, second, third, fourth] = [0, 0, 0, 0];
    for (let f = 0; f < features.words; f++) {
      const cell = ((features.hashes[f] as number) >>> shift) * columns + k;
      // What lies beyond the last column is added up too, and then left out; beyond the table it is nothing.
      first += words[cell] as number;
      second += (words[cell + 1] as number) | 0;
      third += (words[cell + 2] as number) | 0;
      fourth += (words[cell + 3] as number) | 0;
    }
    sums[k] = first;
    // A typed array has no place beyond its last column, and drops what is written there.
    sums[k + 1] = second;
    sums[k + 2] = third;
    sums[k + 3] = fourth;
  }
  const letters = new Int32Array(columns);
  if (model.letterBits > 0) {
    const own = letterSums(model, features.document);
    for (const at of features.kept) {
      const row = (features.document.numbers[at] as number) * columns;
      for (let k = 0; k < columns; k++)
        letters[k] = (letters[k] as number) + (own[row + k] as number);
    }
  }
  const [wordScale, letterScale] = featureScales(features);
  const logits = new Float64Array(columns);
  for (let k = 0; k < columns; k++)
    logits[k] =
      (sums[k] ?? 0) * model.wordStep * wordScale +
      (letters[k] ?? 0) * model.letterStep * letterScale +
      (model.bias[k] ?? 0);
  return logits;
};

import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/classify/document.ts';
import { readFeatures } from '../../src/classify/features.ts';
import { logitsOf, parseModel, writeModel } from '../../src/classify/model.ts';
import { parseSentimentLexicon } from '../../src/classify/sentiment-lexicon.ts';
import { fit } from '../../src/train/fit.ts';
import { measuresOf } from '../../src/train/measures.ts';
import { shrink } from '../../src/train/shrink.ts';

const lexicon = parseSentimentLexicon('+2 kind\n-2 rude\nnegates not\n');
const featuresOf = (text: string) => readFeatures(readDocument(text), lexicon);
const texts: readonly (readonly [string, number])[] = [
  ['a kind nurse', 2],
  ['kind and gentle', 2],
  ['the office opens at nine', 1],
  ['closed on monday', 1],
  ['a rude nurse', 0],
  ['rude and slow', 0],
];
const examples = texts.map(([text, label]) => ({ features: featuresOf(text), label, weight: 1 }));
const shape = {
  kind: 'softmax',
  columns: 3,
  wordBits: 10,
  letterBits: 10,
  letterShare: 0.7,
} as const;
const trained = () => shrink(fit(examples, shape, { epochs: 40, rate: 0.3, calm: 0.1, seed: 1 }));

describe('fitting', () => {
  it('learns what it is shown, and negation turns it', () => {
    const model = trained();
    const [negative = 0, positive = 0] = logitsOf(model, featuresOf('such a kind person'));
    expect(positive).toBeGreaterThan(negative);
    const [worse = 0, better = 0] = logitsOf(model, featuresOf('such a rude person'));
    expect(worse).toBeGreaterThan(better);
  });

  it('gives the same bytes every time, and they read back as they were', () => {
    const bytes = writeModel(trained());
    expect(writeModel(trained())).toEqual(bytes);
    expect(writeModel(parseModel(bytes))).toEqual(bytes);
  });

  it('refuses bytes that are no model, or half of one', () => {
    const bytes = writeModel(trained());
    expect(() => parseModel(new Uint8Array(100))).toThrow('not a model file');
    expect(() => parseModel(bytes.subarray(0, bytes.length - 1))).toThrow('cut short');
  });
});

describe('measures', () => {
  it('take macro means over the classes that are there', () => {
    expect(
      measuresOf([
        [8, 0, 2],
        [0, 0, 0],
        [1, 0, 9],
      ]),
    ).toMatchObject({ texts: 20, accuracy: 0.85, macroRecall: expect.closeTo(0.85) });
  });
});

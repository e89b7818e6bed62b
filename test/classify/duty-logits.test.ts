import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/classify/document.ts';
import { dutyHeads } from '../../src/classify/duty-heads.ts';
import { dutyLogits } from '../../src/classify/duty-logits.ts';
import { readFeatures } from '../../src/classify/features.ts';
import { logitsOf } from '../../src/classify/model.ts';
import { readKnowledge } from '../../src/commands/knowledge.ts';
import { root } from '../root.ts';

const { duty, feelings } = await readKnowledge(root);
const featuresOf = (text: string) => readFeatures(readDocument(text), feelings.english.sentiment);
const logits = (text: string) => dutyLogits(duty.model, featuresOf(text));
const negative = dutyHeads.indexOf('negative');

const praise =
  'Wonderful doctor. Kind nurses. Clean rooms. My kids love it. We recommend it to all.';
const complaint = 'The receptionist hung up on me twice.';

describe('the logits of duty', () => {
  it('of the whole are those of the model', () => {
    for (const text of [praise, complaint, `${praise} ${complaint}`])
      expect([...Array.from(logits(text).whole)].map(one => one.toFixed(6))).toEqual(
        Array.from(logitsOf(duty.model, featuresOf(text)), one => one.toFixed(6)),
      );
  });

  it('of a single sentence are nowhere louder than the whole', () => {
    const { whole, loudest } = logits(complaint);
    expect(loudest).toEqual(whole);
  });

  it('hear one complaint among much praise', () => {
    const mixed = logits(`${praise} ${complaint}`);
    const own = (all: ArrayLike<number>) => all[negative] ?? 0;
    expect(own(mixed.loudest)).toBeGreaterThan(own(mixed.whole));
    expect(own(mixed.loudest)).toBeCloseTo(own(logits(complaint).whole), 0);
  });
});

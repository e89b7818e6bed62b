import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionKinds } from '../../src/core/mention.ts';
import type { MentionKind } from '../../src/core/mention.ts';
import { rowsOf } from './fixture.ts';
import { feelingsOf } from './knowledge.ts';

const labelOf = (text: string, rating?: number) =>
  feelingsOf({ text, kind: 'review', ...(rating === undefined ? {} : { rating }) }).sentiment.label;

describe('sentiment', () => {
  it('of nothing is neutral without confidence', () => {
    for (const text of ['', ' \n '])
      expect(feelingsOf({ text }).sentiment).toEqual({
        label: 'neutral',
        score: 0,
        confidence: 0,
        evidence: [],
      });
  });

  it('gets at least nine of ten of our hard cases right', () => {
    const rows = rowsOf('sentiment');
    const wrong = rows.filter(([of = '', label, text = '']) => {
      const [kind, stars] = of.split('*');
      const rating = stars === undefined ? {} : { rating: Number(stars) };
      return feelingsOf({ text, kind: kind as MentionKind, ...rating }).sentiment.label !== label;
    });
    expect(wrong.length, wrong.map(row => row.join(' ')).join('\n')).toBeLessThanOrEqual(
      rows.length / 10,
    );
  });

  it('shows the words that caused it', () => {
    const text = 'Arrived at nine. The receptionist was incredibly rude to my mother.';
    const { label, evidence } = feelingsOf({ text, kind: 'review' }).sentiment;
    expect(label).toBe('negative');
    expect(evidence.map(({ start, end }) => text.slice(start, end)).join(' ')).toContain('rude');
  });

  it('believes one star over polite words, and calls five stars with a complaint mixed', () => {
    expect(labelOf('Thank you so much for your kind attention.', 1)).toBe('negative');
    expect(labelOf('Terrible wait, rude staff, dirty room, worst visit ever.', 5)).not.toBe(
      'positive',
    );
  });

  it('does not change with case, trailing punctuation or doubled spaces', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 30 }), said => {
        const text = said.join(' ');
        const { label, score } = feelingsOf({ text }).sentiment;
        for (const same of [text.toUpperCase(), `${text}!!!`, `${text}.`, said.join('  ')])
          expect(feelingsOf({ text: same }).sentiment).toMatchObject({ label, score });
      }),
      { numRuns: 50 },
    );
  });

  it('always stays in bounds, with evidence inside the text', () => {
    const kind = fc.constantFrom(...mentionKinds);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), kind, (text, kind) => {
        const { score, confidence, evidence, label } = feelingsOf({ text, kind }).sentiment;
        expect(Math.abs(score)).toBeLessThanOrEqual(1);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        if (label !== 'neutral') expect(evidence.length).toBeGreaterThan(0);
        for (const { start, end } of evidence) expect(text.slice(start, end).trim()).not.toBe('');
      }),
      { numRuns: 200 },
    );
  });
});

const words =
  'the doctor nurse was not never very kind rude but waited hours thank you , . hospital good bad billing'.split(
    ' ',
  );

import type { Mention } from '../src/core/mention.ts';
import { mentionId } from '../src/core/mention.ts';
import type { Row } from '../src/core/row.ts';
import type { Verdict } from '../src/core/verdict.ts';

/** The test data set: one negative review of 20 November 2026; say only what differs. */
export const aMention = (differs: Partial<Mention> = {}): Mention => ({
  id: mentionId('m1'),
  source: 'wall',
  kind: 'review',
  url: 'https://example.org/reviews/1',
  title: 'Two hours',
  text: 'Waited two hours and then the nurse rolled her eyes.',
  author: 'Jörg K.',
  rating: 1,
  publishedAt: '2026-11-20T11:00:00.000Z',
  seenAt: '2026-11-20T12:00:00.000Z',
  alsoIn: [],
  ...differs,
});

export const aVerdict = (differs: Partial<Verdict> = {}): Verdict => ({
  sentiment: { label: 'negative', score: -0.8, confidence: 0.9, evidence: [{ start: 0, end: 16 }] },
  topics: [
    { id: 'waiting', confidence: 0.9, sentiment: 'negative', evidence: [{ start: 0, end: 16 }] },
  ],
  flags: [
    {
      kind: 'negative',
      confidence: 0.9,
      reason: 'says the wait was too long',
      evidence: [{ start: 0, end: 16 }],
    },
  ],
  aboutPractice: true,
  priority: { score: 74, reasons: ['negative about us'] },
  suggestion: { bucket: 'refer', reason: 'negative about us' },
  language: 'en',
  version: 'test',
  ...differs,
});

export const aRow = (differs: Partial<Row> = {}): Row => ({
  id: mentionId('m1'),
  source: 'wall',
  kind: 'review',
  at: Date.parse('2026-11-20T11:00:00Z'),
  seen: Date.parse('2026-11-20T12:00:00Z'),
  headline: 'Two hours',
  author: 'Jörg K.',
  rating: 1,
  sentiment: 'negative',
  flags: ['negative'],
  topics: ['waiting'],
  priority: 74,
  suggestion: 'refer',
  about: true,
  alsoIn: 0,
  ...differs,
});

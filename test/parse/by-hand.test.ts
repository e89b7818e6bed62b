import { describe, expect, it } from 'vitest';
import { parseByHand } from '../../src/parse/by-hand.ts';

const now = new Date('2026-11-20T19:05:00.000Z');
const blank = { words: '', who: '', stars: '', when: '', link: '' };
const read = (typed: Partial<typeof blank>) => parseByHand({ ...blank, ...typed }, now);

describe('a mention typed by hand', () => {
  it('needs its words or its stars, and nothing else', () => {
    expect(read({ words: ' Rude on the phone. ' })).toMatchObject({
      ok: true,
      entry: { text: 'Rude on the phone.', kind: 'review', publishedAt: now.toISOString() },
    });
    expect(read({ stars: '★★' })).toMatchObject({
      ok: true,
      entry: { rating: 2, title: 'Rated ★★, without a comment' },
    });
    expect(read({ words: ' \n' })).toMatchObject({ ok: false, field: 'words' });
  });

  it.each([
    ['2026-11-18', '2026-11-18T12:00:00.000Z'],
    ['11/18/2026', '2026-11-18T12:00:00.000Z'],
    ['2026-11-20', '2026-11-20T12:00:00.000Z'],
    ['Nov 18, 2026 9:05 pm', '2026-11-18T21:05:00.000Z'],
    ['yesterday', '2026-11-19T19:05:00.000Z'],
    ['a week ago', '2026-11-13T19:05:00.000Z'],
    ['Edited 3 weeks ago', '2026-10-30T19:05:00.000Z'],
    ['', '2026-11-20T19:05:00.000Z'],
  ])('of %s is of %s', (when, at) => {
    expect(read({ words: 'Rude.', when })).toMatchObject({ entry: { publishedAt: at } });
  });

  it.each([
    ['stars', '7'],
    ['stars', 'lovely'],
    ['when', 'the other day'],
    ['when', '2027-01-01'],
    ['link', 'javascript:alert(1)'],
  ])('whose %s are "%s" is refused there', (field, written) => {
    expect(read({ words: 'Rude.', [field]: written })).toMatchObject({ ok: false, field });
  });

  it('is told from another review of the same page, and known again', () => {
    const link = 'https://example.org/reviews';
    const ids = ['Rude.', 'rude. ', 'Kind.'].map(words => {
      const result = read({ words, link });
      return result.ok ? result.entry.nativeId : undefined;
    });
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
  });

  it('carries nothing that a terminal would obey', () => {
    const hostile = read({ words: 'a\u001B]52;c;eA==\u0007b', who: 'x\u202Ey' });
    expect(JSON.stringify(hostile)).not.toMatch(/\\u001b|\\u0007|\u202E/);
  });
});

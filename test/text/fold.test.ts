import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold.ts';

describe('folding', () => {
  it.each([
    ['Café  “NAÏVE”', 'cafe "naive"'],
    ['Jörg’s', "jorg's"],
    ['PLAIN words', 'plain words'],
    ['two  spaces', 'two spaces'],
    ['a\ttab\nand a line', 'a tab and a line'],
    ['', ''],
  ])('%j compares as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('is the same for plain words on the short way as on the long one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), text => {
        const long = fold(`${text}\u0301`);
        expect(long).toBe(fold(text));
      }),
    );
  });
});

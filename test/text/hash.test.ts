import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fingerprint, fingerprintOfWords } from '../../src/text/hash.ts';
import { isWideSpace } from '../../src/text/space.ts';

it('takes the fingerprint of words as that of the text with single spaces', () => {
  const spaced = fc.string({
    unit: fc.constantFrom(' ', '\n', '\t', '\u00a0', '\u2003', 'a', 'é', '\u001f', '“', '👍'),
  });
  fc.assert(
    fc.property(spaced, text => {
      expect(fingerprintOfWords(text)).toBe(fingerprint(text.replace(/\s+/g, ' ').trim()));
    }),
  );
});

it('knows every wide space that regular expressions know', () => {
  for (let unit = 0xa0; unit <= 0xffff; unit++)
    if (isWideSpace(unit) !== /\s/.test(String.fromCharCode(unit))) expect(unit).toBe('a space');
  expect(isWideSpace(0x3000)).toBe(true);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameHider } from '../../src/export/known-names.ts';

const hide = nameHider(
  ['Jane Doe', 'skater_77', 'Brooke', 'will', 'Patient', 'Dr. Amara Osei', 'José Álvarez'],
  ['Dr. Amara Osei'],
);

test.each([
  ['I agree with Jane Doe about the wait', 'I agree with [name] about the wait'],
  ['as JANE  DOE says', 'as [name] says'],
  ['Mrs. Doe was there before me', 'Mrs. [name] was there before me'],
  ['a doe in the road', 'a doe in the road'],
  ['skater_77 is right', '[name] is right'],
  ['ask Brooke', 'ask [name]'],
  ['by the brooke', 'by the brooke'],
  ['I will come back as a Patient', 'I will come back as a Patient'],
  ['Dr. Amara Osei listened', 'Dr. Amara Osei listened'],
  ['thanks to Jose Alvarez', 'thanks to [name]'],
])('of "%s" an export tells "%s"', (words, masked) => {
  expect(hide(words)).toBe(masked);
});

test('what names nobody stays as it was, letter by letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), words => {
      expect(nameHider([], [])(words)).toBe(words);
    }),
  );
});

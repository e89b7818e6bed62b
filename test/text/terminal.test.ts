import { array, assert, constantFrom, oneof, property, uint16Array } from 'fast-check';
import { expect, test } from 'vitest';
import { terminalLine, terminalSafe } from '../../src/text/terminal.ts';

test.each([
  ['colours', 'a\u001b[31mred\u001b[0m', 'ared'],
  ['cursor moves', '\u001b[2J\u001b[1;1Hboo', 'boo'],
  ['window titles', '\u001b]0;owned\u0007text', 'text'],
  [
    'links of the terminal',
    '\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\',
    'click',
  ],
  ['8-bit sequences', '\u009b31mred\u0090q\u009cx', 'redx'],
  ['a sequence that never ends', '\u001b]0;text', '0;text'],
  ['bells and backspaces', 'pass\u0007wo\u0008rd\u0000', 'password'],
  ['text turned around', 'abc\u202Egnp.exe\u2066x\u2069', 'abcgnp.exex'],
  ['zero-width spies', 'a\u200bb\u200cc\ufeffd\u2060e\u00adf', 'abcdef'],
  ['tag characters', 'hi\u{e0068}\u{e0069}', 'hi'],
  ['half characters', 'a\ud83db\udc4dc', 'abc'],
  ['carriage returns', 'one\r\ntwo\rthree\u2028four', 'one\ntwo\nthree\nfour'],
  ['odd spaces', 'a\u00a0b\tc\u3000d', 'a b c d'],
  ['decomposed letters', 'cafe\u0301', 'caf\u00e9'],
])('%s are made harmless', (_, text, safe) => expect(terminalSafe(text)).toBe(safe));

test.each([
  'Zürich, Čačak, Αθήνα, Москва',
  'שלום عليكم नमस्ते ภาษาไทย',
  '医院の予約、とても良い',
  '👍 👍🏽 👨‍👩‍👧 ❤️ 🏳️‍🌈 2️⃣ 🇺🇸',
  'two\nlines — “quoted”… €5',
])('%j is left as it is', text => expect(terminalSafe(text)).toBe(text));

test('a tower of marks loses its upper floors', () => {
  const tower = terminalSafe(`H${'\u0335\u0321'.repeat(200)}elp`);
  expect(tower.match(/\p{M}/gu)?.length).toBe(4);
});

test('a line has no line breaks', () => {
  expect(terminalLine(' a\n\n b\t c ')).toBe('a b c');
});

const nasty = oneof(
  uint16Array({ maxLength: 4 }).map(units => String.fromCharCode(...units)),
  constantFrom(
    '\u001b[',
    '\u001b]',
    '\u009b',
    '\u202e',
    '\u200d',
    '\ufe0f',
    '\u0301',
    '31m',
    '\u0007',
  ),
  constantFrom('👩', '🏽', 'a', '\ud83d', '\udc4d', '\n', '\r', '가', '\u1160'),
);

test('whatever comes, no control character gets through, and cleaning twice changes nothing', () => {
  assert(
    property(array(nasty, { maxLength: 12 }), parts => {
      const safe = terminalSafe(parts.join(''));
      expect(safe).not.toMatch(
        /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f]|\p{Cs}/u,
      );
      expect(terminalSafe(safe)).toBe(safe);
    }),
    { numRuns: 500 },
  );
});

import { expect, test } from 'vitest';
import { decode } from '../../src/parse/decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (...units: readonly number[]) => Uint8Array.from(units);

test('the content type beats the declaration, and a byte order mark beats both', () => {
  const declared = '<?xml version="1.0" encoding="shift_jis"?>é';
  expect(decode(utf8(declared), 'text/xml; charset="utf-8"').text).toBe(declared);
  expect(decode(utf8(`\ufeff${declared}`), 'text/xml; charset=big5').text).toBe(declared);
});

test('a default of the server does not turn UTF-8 into two characters', () => {
  expect(decode(utf8('café'), 'text/xml; charset=ISO-8859-1').text).toBe('café');
  expect(decode(latin(0x63, 0x61, 0x66, 0xe9), 'text/xml; charset=ISO-8859-1').text).toBe('café');
});

test('all 256 bytes are characters in windows-1252, on every Node', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const { text, encoding } = decode(bytes, 'text/plain; charset=windows-1252');
  expect(encoding).toBe('windows-1252');
  expect(text).toHaveLength(256);
  expect(text.slice(0x80, 0x86)).toBe('€\u0081‚ƒ„…');
  expect(text.slice(0x91, 0x95)).toBe('‘’“”');
});

test('one broken byte does not turn a whole UTF-8 feed into windows-1252', () => {
  const whole = utf8('Ärzte und Ärztinnen für Zürich, Köln, Łódź und Besançon');
  const broken = Uint8Array.from([...whole, 0xff]);
  const { text, problems } = decode(broken);
  expect(text).toContain('Zürich');
  expect(problems).toMatchObject([{ kind: 'encoding' }]);
});

test('an encoding that nobody knows is said, and guessed', () => {
  const { text, problems } = decode(latin(0x63, 0xe9), 'text/xml; charset=x-unheard-of');
  expect(text).toBe('cé');
  expect(problems[0]?.message).toContain('x-unheard-of');
});

test.each([
  ['Jos\x82 N\xa3\xa4ez was sch\x94n', 'José Núñez was schön'],
  ['Jos\xe9 N\xfa\xf1ez was sch\xf6n', 'José Núñez was schön'],
  [
    'They said \x93no\x94, and didn\x92t call \x96 c\x9cur\x85',
    'They said “no”, and didn’t call – cœur…',
  ],
])('without a word on its encoding, %j is known by its letters', (bytes, text) => {
  expect(decode(Uint8Array.from(bytes, unit => unit.charCodeAt(0))).text).toBe(text);
});

test.each([
  ['cp437', 0x9b, '¢'],
  ['IBM850', 0x9b, 'ø'],
  ['850', 0xb5, 'Á'],
])('a document may say that it is in %s', (label, byte, text) => {
  expect(decode(latin(0x63, byte), `text/plain; charset=${label}`).text).toBe(`c${text}`);
});

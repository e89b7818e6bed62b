import { array, assert, constantFrom, integer, oneof, property, string } from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { terminalLine } from '../../src/text/terminal.ts';
import { columnsOf, fit, pad } from '../../src/text/width.ts';

const grapheme = oneof(
  string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  constantFrom(
    'é',
    '—',
    '…',
    '★',
    '医',
    '👍',
    '👍🏽',
    '👨‍👩‍👧',
    '❤️',
    '🇺🇸',
    'ש',
    '한',
    '①',
    '→',
    'ﾊ',
    '2️⃣',
  ),
);
const anyLine = array(grapheme, { maxLength: 60 }).map(parts => terminalLine(parts.join('')));
const columns = integer({ min: 1, max: 30 });

test('a line is as wide as Ink thinks it is', () => {
  assert(
    property(anyLine, line => {
      expect(columnsOf(line)).toBe(stringWidth(line));
    }),
    { numRuns: 300 },
  );
});

test('a truncated line fits, and a line that fits is left alone', () => {
  assert(
    property(anyLine, columns, (line, width) => {
      const cut = fit(line, width);
      expect(columnsOf(cut)).toBeLessThanOrEqual(width);
      if (columnsOf(line) <= width) expect(cut).toBe(line);
    }),
  );
});

test('a padded line fills its columns', () => {
  assert(
    property(anyLine, columns, (line, width) => {
      expect(columnsOf(pad(line, width))).toBe(width);
    }),
  );
});

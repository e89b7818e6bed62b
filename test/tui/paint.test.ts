import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../src/tui/cells.ts';
import { paint, paintMoved, placeCursor } from '../../src/tui/paint.ts';
import { shifted } from '../../src/tui/shift.ts';
import { Terminal } from './terminal.ts';

const piece = fc.record({
  text: fc.oneof(
    fc.stringMatching(/^[a-z ]{0,12}$/),
    fc.constantFrom('…', '│ ', '日本', '👩‍⚕️', 'é', '▌'),
  ),
  code: fc.constantFrom('', '1', '31', '2', '4;33'),
});
const line = fc
  .array(piece, { maxLength: 6 })
  .map(pieces =>
    pieces
      .map(({ text, code }) => (code === '' ? text : `\u001B[${code}m${text}\u001B[0m`))
      .join(''),
  );
const frame = fc.array(line, { minLength: 1, maxLength: 6 });

describe('painting', () => {
  it('leaves on the terminal what painting everything anew would', () => {
    fc.assert(
      fc.property(fc.array(frame, { minLength: 2, maxLength: 4 }), frames => {
        const painted = new Terminal();
        let before: readonly string[] = [];
        for (const after of frames) {
          painted.write(paint(before, after));
          before = after;
        }
        const fresh = new Terminal();
        fresh.write(paint([], before));
        expect(painted.shown(6)).toEqual(fresh.shown(6));
        expect(painted.others).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('does so too when the terminal moves rows itself', () => {
    const tall = fc.array(line, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(tall, tall, fc.integer({ min: -5, max: 5 }), (before, fresh, by) => {
        const shift = { from: 1, to: 7, by };
        const after = shifted(before, shift).map((moved, row) => moved || (fresh[row] ?? ''));
        const painted = new Terminal();
        painted.write(paint([], before));
        painted.write(paintMoved(before, after, 80, by === 0 ? undefined : shift));
        const anew = new Terminal();
        anew.write(paint([], after));
        expect(painted.shown(8)).toEqual(anew.shown(8));
        expect(painted.others).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('writes only the rows that come in when a list moves', () => {
    const rows = Array.from(
      { length: 30 },
      (_, row) => `row ${row} ${'word '.repeat(8)}${row * 7}`,
    );
    const bytes = paintMoved(rows.slice(0, 20), rows.slice(3, 23), 80, { from: 0, to: 20, by: 3 });
    expect(bytes).toContain('\u001B[1;20r');
    expect(bytes.length).toBeLessThan(3 * 60 + 40);
  });

  it('writes nothing for what stays', () => {
    expect(paint(['one', 'two'], ['one', 'two'])).toBe('');
  });

  it('writes two small pieces when the cursor moves down by one', () => {
    const rows = ['▌ 92 chest pain', '  74 two hours'];
    const next = ['  92 chest pain', '▌ 74 two hours'];
    expect(paint(rows, next)).toBe('\u001B[1;1H \u001B[2;1H▌');
  });

  it('puts the cursor where something is typed', () => {
    expect(placeCursor({ column: 4, row: 22 })).toBe('\u001B[23;5H\u001B[?25h');
    expect(placeCursor(undefined)).toBe('\u001B[?25l');
  });
});

describe('the cells of a line', () => {
  it('know their style, and that wide characters take two', () => {
    expect(cellsOf('a\u001B[1;31m日\u001B[39;22mb')).toEqual([
      { text: 'a', style: '' },
      { text: '日', style: '1;31' },
      { text: '', style: '1;31' },
      { text: 'b', style: '' },
    ]);
  });
});

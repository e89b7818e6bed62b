import { blank, cellsOf } from './cells.ts';
import { shiftBytes, shifted } from './shift.ts';
import type { Shift } from './shift.ts';
import type { Cell } from './cells.ts';

/** Where the terminal's cursor is to be, counted from 0; hidden when there is none. */
export type CursorPlace = { readonly column: number; readonly row: number };

/** Equal columns between two changes that are cheaper to write again than to jump over. */
const jumpColumns = 8;

/**
 * The bytes that turn one frame on screen into the next: only the columns that differ are written, and none beyond the
 * last, where a terminal would put them over it.
 */
export const paint = (
  before: readonly string[],
  after: readonly string[],
  columns = Infinity,
): string => {
  let bytes = '';
  for (let row = 0; row < Math.max(before.length, after.length); row++) {
    const [old = '', fresh = ''] = [before[row], after[row]];
    if (old === fresh) continue;
    const [was, is] = [cellsOf(old), cellsOf(fresh)].map(cells => cells.slice(0, columns));
    bytes += paintLine(was ?? [], is ?? [], row);
  }
  return bytes;
};

/** The same, letting the terminal move rows itself where that takes fewer bytes. */
export const paintMoved = (
  before: readonly string[],
  after: readonly string[],
  columns: number,
  shift: Shift | undefined,
): string => {
  const still = paint(before, after, columns);
  if (!shift) return still;
  const moved = shiftBytes(shift) + paint(shifted(before, shift), after, columns);
  return moved.length < still.length ? moved : still;
};

const paintLine = (old: readonly Cell[], fresh: readonly Cell[], row: number): string => {
  let bytes = '';
  for (const [from, to] of changesIn(old, fresh)) bytes += jump(row, from) + write(fresh, from, to);
  if (old.length > fresh.length) bytes += `${jump(row, fresh.length)}\u001B[K`;
  return bytes;
};

/** The stretches of columns that differ, as half-open ranges within the fresh line. */
const changesIn = (
  old: readonly Cell[],
  fresh: readonly Cell[],
): readonly (readonly [number, number])[] => {
  const changes: [number, number][] = [];
  for (let column = 0; column < fresh.length; column++) {
    if (isSame(old[column], fresh[column])) continue;
    // A wide character is written from its left half on.
    const from = fresh[column]?.text === '' ? column - 1 : column;
    const to = fresh[column + 1]?.text === '' ? column + 2 : column + 1;
    const last = changes.at(-1);
    if (last && from - last[1] <= jumpColumns) last[1] = to;
    else changes.push([from, to]);
  }
  return changes;
};

const isSame = (a: Cell = blank, b: Cell = blank) => a.text === b.text && a.style === b.style;

const write = (cells: readonly Cell[], from: number, to: number): string => {
  let bytes = '';
  let style = '';
  for (let column = from; column < to; column++) {
    const cell = cells[column] ?? blank;
    if (cell.style !== style) bytes += `\u001B[${cell.style === '' ? '' : `0;${cell.style}`}m`;
    style = cell.style;
    bytes += cell.text;
    // Terminals disagree on how wide such characters are, so the next column is named.
    if (cell.text.length > 1 && column + 1 < to)
      bytes += `\u001B[${column + 2 + wideness(cells, column)}G`;
  }
  return style === '' ? bytes : `${bytes}\u001B[m`;
};

const wideness = (cells: readonly Cell[], column: number) =>
  cells[column + 1]?.text === '' ? 1 : 0;

const jump = (row: number, column: number) => `\u001B[${row + 1};${column + 1}H`;

/** Puts the terminal's cursor where something is typed, or hides it. */
export const placeCursor = (place: CursorPlace | undefined): string =>
  place ? `${jump(place.row, place.column)}\u001B[?25h` : '\u001B[?25l';

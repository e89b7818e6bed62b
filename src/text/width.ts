import stringWidth from 'string-width';
import { sumOfColumns } from './columns.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A text cut into what a reader counts as characters. */
export const charactersOf = (text: string): Iterable<Intl.SegmentData> => graphemes.segment(text);

/** How many terminal columns a line takes, as Ink counts them. */
export const columnsOf = (line: string): number =>
  isAscii(line, 0, line.length) ? line.length : (sumOfColumns(line) ?? stringWidth(line));

/** The beginning of a line that fits into so many columns, with an ellipsis where something was cut. */
export const fit = (line: string, columns: number): string => {
  if (columns <= 0) return '';
  if (line.length <= columns && isAscii(line, 0, line.length)) return line;
  // No character takes less than a column for every four units of a long emoji, so most of a long line is never measured.
  const head = line.slice(0, columns * widestCluster);
  if (head.length === line.length && columnsOf(head) <= columns) return line;
  return `${head.slice(0, unitsWithin(head, columns - 1)).trimEnd()}…`;
};

/** The line, filled up with spaces or cut, in exactly so many columns. */
export const pad = (line: string, columns: number): string => {
  const fitted = fit(line, columns);
  return fitted + ' '.repeat(Math.max(0, columns - columnsOf(fitted)));
};

/** UTF-16 units of the longest cluster worth measuring: a family emoji has eleven. */
const widestCluster = 12;

/** How many units of the line fit into the columns. */
const unitsWithin = (line: string, columns: number): number => {
  if (isAscii(line, 0, Math.min(line.length, columns + 1))) return Math.min(line.length, columns);
  const simple = unitsWithinSimply(line, columns);
  if (simple !== undefined) return simple;
  let used = 0;
  let end = 0;
  for (const { segment } of charactersOf(line)) {
    used += columnsOf(segment);
    if (used > columns) break;
    end += segment.length;
  }
  return end;
};

/** The same for a line whose characters do not join: without cutting it into clusters, which takes long. */
const unitsWithinSimply = (line: string, columns: number): number | undefined => {
  let used = 0;
  for (let end = 0; end < line.length;) {
    const character = String.fromCodePoint(line.codePointAt(end) ?? 0);
    const width = sumOfColumns(character);
    if (width === undefined) return undefined;
    used += width;
    if (used > columns) {
      // What follows may still join the last one taken.
      return sumOfColumns(line.slice(end, end + 2)) === undefined ? undefined : end;
    }
    end += character.length;
  }
  return line.length;
};

const isAscii = (line: string, from: number, to: number): boolean => {
  for (let index = from; index < to; index++) {
    const unit = line.charCodeAt(index);
    if (unit < 0x20 || unit > 0x7e) return false;
  }
  return true;
};

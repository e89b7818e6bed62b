import { safe } from '../text/terminal.ts';
import { columnsOf, fit } from '../text/width.ts';
import type { Line } from './line-editor.ts';

/** The part of a line being typed that fits into so many columns, around its cursor, and the cursor's column in it. */
export const shownPart = (
  line: Line,
  columns: number,
): { readonly text: string; readonly cursor: number } => {
  const before = lastColumns(safe(line.text.slice(0, line.cursor)), columns);
  const after = fit(safe(line.text.slice(line.cursor)), columns - columnsOf(before));
  return { text: before + after, cursor: columnsOf(before) };
};

/** The end of a text that fits into so many columns. */
const lastColumns = (text: string, columns: number): string => {
  if (columnsOf(text) <= columns) return text;
  const tail = Array.from(text.slice(-columns));
  while (columnsOf(tail.join('')) >= columns) tail.shift();
  return `…${tail.join('')}`;
};

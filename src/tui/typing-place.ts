import { safe } from '../text/terminal.ts';
import { columnsOf, fit } from '../text/width.ts';
import type { Line } from './line-editor.ts';
import type { CursorPlace } from './paint.ts';
import type { State } from './state.ts';

const prompts = { filter: ' filter: ', note: ' note: ', palette: ' command: ' } as const;

/** The line being typed as it is drawn: what does not fit is left out around the cursor. */
export const typedLine = (
  kind: keyof typeof prompts,
  line: Line,
  columns: number,
): { readonly text: string; readonly cursor: number } => {
  const prompt = prompts[kind];
  const room = Math.max(8, columns - columnsOf(prompt) - 2);
  const before = lastColumns(safe(line.text.slice(0, line.cursor)), room);
  const after = fit(safe(line.text.slice(line.cursor)), room - columnsOf(before));
  return { text: prompt + before + after, cursor: columnsOf(prompt + before) };
};

/** The end of a text that fits into so many columns. */
const lastColumns = (text: string, columns: number): string => {
  if (columnsOf(text) <= columns) return text;
  const tail = Array.from(text.slice(-columns));
  while (columnsOf(tail.join('')) >= columns) tail.shift();
  return `…${tail.join('')}`;
};

/** Where the terminal's cursor belongs: in the line being typed, if there is one. */
export const typingPlace = ({ mode, size }: State): CursorPlace | undefined =>
  'line' in mode
    ? { column: typedLine(mode.kind, mode.line, size.columns).cursor, row: size.rows - 2 }
    : undefined;

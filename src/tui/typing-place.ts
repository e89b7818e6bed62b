import { columnsOf } from '../text/width.ts';
import type { Line } from './line-editor.ts';
import { shownPart } from './line-window.ts';
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
  const { text, cursor } = shownPart(line, Math.max(8, columns - columnsOf(prompt) - 2));
  return { text: prompt + text, cursor: columnsOf(prompt) + cursor };
};

/** Where the terminal's cursor belongs: in the line being typed, if there is one. */
export const typingPlace = ({ mode, size }: State): CursorPlace | undefined =>
  'line' in mode
    ? { column: typedLine(mode.kind, mode.line, size.columns).cursor, row: size.rows - 2 }
    : undefined;

import { columnsOf } from '../text/width.ts';
import type { Line } from './line-editor.ts';
import { shownPart } from './line-window.ts';
import { composerLines } from './composer-lines.ts';
import { composerLayoutOf, layoutOf } from './layout.ts';
import { pasteLines } from './paste-lines.ts';
import type { CursorPlace } from './paint.ts';
import type { State } from './state.ts';

const prompts = {
  filter: ' filter: ',
  note: ' note: ',
  palette: ' command: ',
  override: ' reason: ',
  link: ' link: ',
} as const;

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

/** Where the terminal's cursor belongs: in what is being typed, if anything is. */
export const typingPlace = (state: State): CursorPlace | undefined => {
  const { mode, size } = state;
  if ('line' in mode)
    return { column: typedLine(mode.kind, mode.line, size.columns).cursor, row: size.rows - 2 };
  if (mode.kind !== 'compose' && mode.kind !== 'paste') return undefined;
  const { cursor } =
    mode.kind === 'paste' ? pasteLines(state, mode.form) : composerLines(state, mode);
  const pane = mode.kind === 'paste' ? layoutOf(size).detailColumns : composerLayoutOf(size).reply;
  // Three rows of header above; to the left what the pane leaves, and its wall, end with one space.
  return cursor && { row: cursor.row + 3, column: cursor.column + size.columns - pane + 1 };
};

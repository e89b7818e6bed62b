import { wrap } from '../text/wrap.ts';
import type { Stretch } from '../text/wrap.ts';
import { charactersOf, columnsOf } from '../text/width.ts';
import { edit } from './line-editor.ts';

type Moment = { readonly text: string; readonly cursor: number };

/** A text of several lines being written; the cursor is a UTF-16 offset. */
export type TextArea = Moment & {
  /** The column that up and down try to keep. */
  readonly column?: number;
  /** What was there before each change that can be taken back, newest last. */
  readonly past: readonly Moment[];
};

const longestPast = 200;

export const areaOf = (text: string): TextArea => ({ text, cursor: text.length, past: [] });

/** Replaces the whole text, as one change that can be taken back. */
export const replaceAll = (area: TextArea, text: string): TextArea => ({
  ...remembering(area),
  text,
  cursor: text.length,
});

/** Inserts typed or pasted text with its line breaks, without other control characters. */
export const insertText = (area: TextArea, typed: string): TextArea => {
  const clean = typed
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '');
  const { text, cursor } = area;
  const joins = clean.length === 1 && /\S/.test(clean) && /\S$/.test(text.slice(0, cursor));
  return {
    text: text.slice(0, cursor) + clean + text.slice(cursor),
    cursor: cursor + clean.length,
    // Letters of one word are taken back together.
    past: joins && area.past.length > 0 ? area.past : remembering(area).past,
  };
};

/** What a key does to the text when it is wrapped at so many columns; undefined when it means nothing here. */
export const editArea = (area: TextArea, key: string, columns: number): TextArea | undefined => {
  const { text, cursor, past } = area;
  const place = moves[key]?.(area);
  if (place !== undefined) return { text, cursor: place, past };
  if (key === 'up' || key === 'down') return upOrDown(area, key === 'up' ? -1 : 1, columns);
  if (key === 'enter') return insertText(area, '\n');
  if (key === 'space') return insertText(area, ' ');
  if (key === 'ctrl-_') return takeBack(area);
  if (key === 'ctrl-u') return cut(area, lineStart(area), cursor);
  if (key === 'ctrl-k') return cut(area, cursor, lineEnd(area));
  const changed = edit({ text, cursor }, key);
  if (!changed) return undefined;
  if (changed.text === text) return { text, cursor: changed.cursor, past };
  return changed.text.length > text.length
    ? insertText(area, key)
    : { ...remembering(area), text: changed.text, cursor: changed.cursor };
};

const lineStart = ({ text, cursor }: Moment): number => text.lastIndexOf('\n', cursor - 1) + 1;
const lineEnd = ({ text, cursor }: Moment): number => {
  const end = text.indexOf('\n', cursor);
  return end < 0 ? text.length : end;
};

const moves: Readonly<Record<string, (area: Moment) => number>> = {
  home: lineStart,
  'ctrl-a': lineStart,
  end: lineEnd,
  'ctrl-e': lineEnd,
  pageup: () => 0,
  pagedown: ({ text }) => text.length,
};

const cut = (area: TextArea, from: number, to: number): TextArea => ({
  ...remembering(area),
  text: area.text.slice(0, from) + area.text.slice(to),
  cursor: from,
});

const remembering = ({ text, cursor, past }: TextArea): TextArea => ({
  text,
  cursor,
  past: [...past.slice(-longestPast), { text, cursor }],
});

const takeBack = (area: TextArea): TextArea => {
  const before = area.past.at(-1);
  return before ? { ...before, past: area.past.slice(0, -1) } : area;
};

const upOrDown = (area: TextArea, by: number, columns: number): TextArea => {
  const lines = wrap(area.text, columns);
  const { row, column } = placeIn(area, lines);
  const wanted = area.column ?? column;
  const line = lines[row + by];
  const { text, past } = area;
  if (!line) return { ...area, cursor: by < 0 ? 0 : text.length };
  return { text, past, cursor: offsetAt(text, line, wanted), column: wanted };
};

/** The row and column of the cursor among wrapped lines. */
export const placeIn = (
  { text, cursor }: Moment,
  lines: readonly Stretch[],
): { readonly row: number; readonly column: number } => {
  const after = lines.findIndex(line => line.start > cursor);
  const row = Math.max(0, (after < 0 ? lines.length : after) - 1);
  const line = lines[row] ?? { start: 0, end: 0 };
  return { row, column: columnsOf(text.slice(line.start, Math.max(line.start, cursor))) };
};

const offsetAt = (text: string, { start, end }: Stretch, wanted: number): number => {
  let column = 0;
  for (const { segment, index } of charactersOf(text.slice(start, end))) {
    if (column >= wanted) return start + index;
    column += columnsOf(segment);
  }
  return end;
};

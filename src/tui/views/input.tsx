import { Text, useCursor } from 'ink';
import { safe } from '../../text/terminal.ts';
import { columnsOf, fit } from '../../text/width.ts';
import type { Line } from '../line-editor.ts';

type InputProps = {
  readonly prompt: string;
  readonly line: Line;
  readonly columns: number;
  /** The row of the screen that it is on, counted from 0. */
  readonly row: number;
};

/** A line being typed, with the terminal's own cursor in it; a long one is shown around the cursor. */
export const Input = ({ prompt, line, columns, row }: InputProps) => {
  const { setCursorPosition } = useCursor();
  const room = Math.max(8, columns - columnsOf(prompt) - 2);
  const before = safe(line.text.slice(0, line.cursor));
  const hidden = Math.max(0, columnsOf(before) - room);
  const shownBefore = hidden === 0 ? before : `…${before.slice(hidden + 1)}`;
  const after = fit(safe(line.text.slice(line.cursor)), room - columnsOf(shownBefore));
  setCursorPosition({ x: columnsOf(prompt + shownBefore), y: row });
  return <Text wrap="truncate">{prompt + shownBefore + after}</Text>;
};

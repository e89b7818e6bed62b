import type { Row } from '../core/row.ts';
import { safe } from '../text/terminal.ts';
import { fit, pad } from '../text/width.ts';
import { signOf } from './flag-style.ts';
import { segment } from './text-segment.ts';
import type { ScreenLine } from './text-segment.ts';
import type { Signs } from './theme.ts';
import { age } from './times.ts';

/** How a row stands in the list. */
export type RowState = {
  readonly selected: boolean;
  readonly marked: boolean;
  /** An act on it is on its way to the disk. */
  readonly acting: boolean;
  /** It no longer belongs here, and stays only until the list is refreshed. */
  readonly leaving: boolean;
};

const signColumns = 9;

/** One row of the list on one line, not filled up to the right. */
export const rowLine = (
  row: Row,
  sourceName: string,
  { selected, marked, acting, leaving }: RowState,
  columns: number,
  now: number,
  signs: Signs,
): ScreenLine => {
  const cursor = selected ? signs.cursor : ' ';
  const mark = marked ? signs.mark : ' ';
  const score = String(Math.round(row.priority)).padStart(3);
  const sign = leaving ? leavingSign(row) : signOf(row);
  const shown = acting ? { ...sign, mark: '…' } : sign;
  const words = `${shown.mark.padEnd(2)} ${pad(shown.word, signColumns)}`;
  const when = age(row.at, now).padStart(4);
  const source = columns >= 72 ? ` ${pad(safe(sourceName), 12)}` : '';
  const room = columns - 22 - (source === '' ? 0 : 13);
  const rest = ` ${when}${source} ${fit(safe(row.headline), room)}`;
  if (leaving) return [segment(cursor), segment(`${mark}${score} ${words}${rest}`, 'dim')];
  return [
    segment(cursor, selected ? 'accent' : 'plain'),
    segment(`${mark}${score} `),
    segment(words, sign.style),
    segment(rest),
  ];
};

const leavingSign = (row: Row) => ({
  mark: row.bucket === undefined ? 'z' : '=',
  word:
    row.bucket === 'refer'
      ? 'referred'
      : row.bucket === 'ignore'
        ? 'ignored'
        : (row.bucket ?? 'snoozed'),
  style: 'dim' as const,
});

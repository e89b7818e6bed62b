import type { Row } from '../core/row.ts';
import { safe } from '../text/terminal.ts';
import { fit, pad } from '../text/width.ts';
import { followedSign, isSettled } from './followed-sign.ts';
import { segment } from './text-segment.ts';
import type { ReplyState } from './replies.ts';
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
  /** It waits longer than it should, or was answered late. */
  readonly late: 'overdue' | 'late' | undefined;
  readonly reply: ReplyState | undefined;
};

const signColumns = 9;

/** One row of the list on one line, not filled up to the right. */
export const rowLine = (
  row: Row,
  sourceName: string,
  { selected, marked, acting, leaving, late, reply }: RowState,
  columns: number,
  now: number,
  signs: Signs,
): ScreenLine => {
  const cursor = selected ? signs.cursor : ' ';
  const mark = marked ? signs.mark : ' ';
  const score = String(Math.round(row.priority)).padStart(3);
  const sign = leaving ? leavingSign(row) : followedSign(row, reply);
  const shown = acting ? { ...sign, mark: '…' } : sign;
  const words = `${shown.mark.padEnd(2)} ${pad(shown.word, signColumns)}`;
  const when = ` ${age(row.at, now).padStart(4)}${late ? '!' : ' '}`;
  const source = columns >= 72 ? ` ${pad(safe(sourceName), 12)}` : '';
  const room = columns - 26 - (source === '' ? 0 : 13);
  const rest = `${source} ${fit(safe(row.headline), room)}`;
  if (leaving || isSettled(row, reply))
    return [segment(cursor), segment(`${mark}${score} ${words}${when}${rest}`, 'dim')];
  return [
    segment(cursor, selected ? 'accent' : 'plain'),
    segment(`${mark}${score} `),
    segment(words, sign.style),
    ...(late === 'overdue' ? [segment(when, 'bad'), segment(rest)] : [segment(when + rest)]),
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

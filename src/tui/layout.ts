import type { Size } from './state.ts';

/** Where things are on the screen, in columns and rows. */
export type Layout = {
  /** List and detail side by side. */
  readonly wide: boolean;
  readonly listColumns: number;
  readonly detailColumns: number;
  /** Rows between the header and the footer. */
  readonly bodyRows: number;
};

export const least: Size = { columns: 60, rows: 15 };

/** The header takes three rows (name, buckets, rule), the foot two (message, keys). */
const frameRows = 5;

/** Side by side from 100 columns on, where a headline keeps room to be understood. */
export const layoutOf = ({ columns, rows }: Size): Layout => {
  const wide = columns >= 100;
  const listColumns = wide ? Math.floor((columns - 1) * (columns < 140 ? 0.52 : 0.5)) : columns;
  return {
    wide,
    listColumns,
    detailColumns: wide ? columns - listColumns - 1 : columns,
    bodyRows: Math.max(1, rows - frameRows),
  };
};

/** The columns of text in the right pane, without wall and margins. */
export const paneColumns = (size: Size): number => layoutOf(size).detailColumns - 3;

/** Where a reply is written: the list, the mention and the reply side by side, or what there is room for; in columns. */
export type ComposerLayout = {
  /** 0 where there is no room for it. */
  readonly list: number;
  readonly answered: number;
  readonly reply: number;
};

export const composerLayoutOf = (size: Size): ComposerLayout => {
  const { columns } = size;
  const { wide, listColumns, detailColumns } = layoutOf(size);
  if (!wide) return { list: 0, answered: 0, reply: columns };
  if (columns < 170) return { list: 0, answered: listColumns, reply: detailColumns };
  // A wall stands before the mention and one before the reply.
  const list = Math.floor(columns * 0.3);
  const answered = Math.floor(columns * 0.34);
  return { list, answered, reply: columns - list - answered - 2 };
};

/** The columns in which a reply is written, without wall and margins. */
export const composerColumns = (size: Size): number => composerLayoutOf(size).reply - 3;

export const isTooSmall = ({ columns, rows }: Size): boolean =>
  columns < least.columns || rows < least.rows;

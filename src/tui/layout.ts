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

/** The columns in which a reply is written: those of the right pane without wall and margins. */
export const composerColumns = (size: Size): number => layoutOf(size).detailColumns - 3;

export const isTooSmall = ({ columns, rows }: Size): boolean =>
  columns < least.columns || rows < least.rows;

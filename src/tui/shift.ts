/** Rows of the screen, from 0 and up to `to`, whose lines move up by so many; down when `by` is below 0. */
export type Shift = { readonly from: number; readonly to: number; readonly by: number };

/**
 * The bytes that let the terminal move these rows itself, and empty those that come in: a scroll region with line feeds
 * at its foot or reverse line feeds at its head, which every terminal since the VT100 knows.
 */
export const shiftBytes = ({ from, to, by }: Shift): string => {
  const moved =
    by > 0 ? `\u001B[${to};1H${'\n'.repeat(by)}` : `\u001B[${from + 1};1H${'\u001BM'.repeat(-by)}`;
  return `\u001B[${from + 1};${to}r${moved}\u001B[r`;
};

/** What is on screen after that. */
export const shifted = (lines: readonly string[], { from, to, by }: Shift): readonly string[] =>
  Array.from({ length: Math.max(lines.length, to) }, (_, row) => {
    if (row < from || row >= to) return lines[row] ?? '';
    const source = row + by;
    return source >= from && source < to ? (lines[source] ?? '') : '';
  });

/** A part of the screen that scrolls: its rows, what is shown in it, and which line of that is the first. */
export type Scroller = {
  readonly from: number;
  readonly to: number;
  readonly of: string;
  readonly top: number;
};

/** How the rows moved from one frame to the next, when the same thing was scrolled by less than its height. */
export const shiftBetween = (
  before: Scroller | undefined,
  after: Scroller | undefined,
): Shift | undefined => {
  if (!before || !after || before.of !== after.of) return undefined;
  const { from, to } = after;
  const by = after.top - before.top;
  const isSame = before.from === from && before.to === to;
  return isSame && by !== 0 && Math.abs(by) < to - from ? { from, to, by } : undefined;
};

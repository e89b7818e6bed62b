import { parseCsv } from './csv.ts';
import type { Table } from './csv.ts';
import { columnMeanings, guessColumns } from './csv-columns.ts';
import type { Columns } from './csv-columns.ts';
import { dayOrderOf, isNumbered, parseDateIn } from './csv-dates.ts';
import type { DayOrder } from './csv-dates.ts';
import { filePageOf } from './file-page.ts';
import type { FilePage, FileRow } from './file-page.ts';
import { present } from './page.ts';
import type { Problem } from './parsed.ts';
import { parseRating } from './rating.ts';
import type { RawEntry } from './raw-entry.ts';

/** What the user says about a file; what is left out is guessed. */
export type CsvHints = { readonly columns?: Columns; readonly dayOrder?: DayOrder };

/** An import, with how it was understood, so that the user can look before it is kept. */
export type CsvReviews = FilePage & {
  readonly header: readonly string[];
  readonly columns: Columns;
  readonly separator: string;
  /** Absent when the dates fit both orders. */
  readonly dayOrder?: DayOrder;
  /** Set when that leaves dates open; the month was taken first. */
  readonly isOrderOpen?: true;
};

/** Reads an export of reviews from a spreadsheet or a vendor: any columns in any order under a line of headings. */
export const parseCsvReviews = (document: string, hints: CsvHints = {}): CsvReviews => {
  const table = parseCsv(document);
  const { separator } = table;
  const [header = [], ...body] = table.rows;
  const columns = guessColumns(header, hints.columns);
  const cells = columns.date === undefined ? [] : body.map(row => row[columns.date ?? 0] ?? '');
  const dayOrder = hints.dayOrder ?? dayOrderOf(cells);
  const isReadable = columns.text !== undefined || columns.rating !== undefined;
  const rows = body.map((row, index): FileRow => {
    const at = table.lines[index + 1] ?? 0;
    return row.slice(header.length).some(cell => cell !== '')
      ? { at, why: shifted(row.length, header.length) }
      : { at, item: rawRow(row, columns, dayOrder ?? 'month-first') };
  });
  return {
    ...filePageOf(isReadable ? rows : [], isReadable ? tableProblems(table) : headless(header)),
    header,
    columns,
    separator,
    ...(dayOrder === undefined ? {} : { dayOrder }),
    ...(dayOrder === undefined && cells.some(isNumbered) ? { isOrderOpen: true } : {}),
  };
};

/** Cells beyond the headings mean that all of them may stand in the wrong column. */
const shifted = (cells: number, headings: number): string =>
  `it has ${cells} cells under ${headings} headings; words with the separator in them need quotes around them`;

const tableProblems = ({ unclosed, cutAt }: Table): readonly Problem[] => [
  ...present(
    unclosed === undefined
      ? undefined
      : `A quote that begins on line ${unclosed} is never closed, so all that follows was read as one cell.`,
    cutAt === undefined
      ? undefined
      : `There is more than can be read at once: nothing from line ${cutAt} on was.`,
  ).map((message): Problem => ({ kind: 'cut-off', message })),
];

const rawRow = (row: readonly string[], columns: Columns, order: DayOrder): RawEntry => {
  const cell = Object.fromEntries(
    columnMeanings.map(meaning => {
      const column = columns[meaning];
      return [meaning, column === undefined ? undefined : row[column] || undefined] as const;
    }),
  ) as { readonly [Meaning in keyof Columns]?: string };
  const date = cell.date === undefined ? undefined : parseDateIn(cell.date, order);
  const title =
    cell.title ??
    (cell.text === undefined && cell.rating !== undefined && parseRating(cell.rating) !== undefined
      ? `Rated ${cell.rating}, without a comment`
      : undefined);
  return {
    id: cell.id,
    links: present(cell.url),
    title: title === undefined ? undefined : { as: 'text', value: title },
    texts: present(cell.text).map(value => ({ as: 'html', value })),
    author: cell.author,
    publisher: cell.source,
    published: present(date ?? cell.date),
    updated: [],
    rating: cell.rating === undefined ? undefined : { value: cell.rating },
    kind: 'review',
  };
};

const headless = (header: readonly string[]): readonly Problem[] => {
  const names = header
    .slice(0, 12)
    .map(name => `"${name.slice(0, 40)}"`)
    .join(', ');
  const message = `No column looks like the words or the stars of a review; there are ${names || 'none'}.`;
  return [{ kind: 'not-a-feed', message }];
};

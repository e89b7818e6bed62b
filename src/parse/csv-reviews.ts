import { parseCsv } from './csv.ts';
import { columnMeanings, guessColumns } from './csv-columns.ts';
import type { Columns } from './csv-columns.ts';
import { dayOrderOf, parseDateIn } from './csv-dates.ts';
import type { DayOrder } from './csv-dates.ts';
import { pageOf, present } from './page.ts';
import type { Page } from './page.ts';
import type { Problem } from './parsed.ts';
import type { RawEntry } from './raw-entry.ts';

/** What the user says about a file; what is left out is guessed. */
export type CsvHints = { readonly columns?: Columns; readonly dayOrder?: DayOrder };

/** An import, with how it was understood, so that the user can look before it is kept. */
export type CsvReviews = Page & {
  readonly header: readonly string[];
  readonly columns: Columns;
  readonly separator: string;
  /** Absent when the dates fit both orders; then the month was taken first. */
  readonly dayOrder?: DayOrder;
};

/** Reads an export of reviews from a spreadsheet or a vendor: any columns in any order under a line of headings. */
export const parseCsvReviews = (document: string, hints: CsvHints = {}): CsvReviews => {
  const { rows, separator } = parseCsv(document);
  const [header = [], ...body] = rows;
  const columns = hints.columns ?? guessColumns(header);
  const cells = columns.date === undefined ? [] : body.map(row => row[columns.date ?? 0] ?? '');
  const dayOrder = hints.dayOrder ?? dayOrderOf(cells);
  const items = body.map(row => rawRow(row, columns, dayOrder ?? 'month-first'));
  const page = pageOf(columns.text === undefined && columns.rating === undefined ? [] : items, {
    problems: problemsOf(header, columns),
  });
  return { ...page, header, columns, separator, ...(dayOrder === undefined ? {} : { dayOrder }) };
};

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
    (cell.text ? undefined : cell.rating && `Rated ${cell.rating}, without a comment`);
  return {
    id: cell.id,
    links: present(cell.url),
    title: title === undefined ? undefined : { as: 'text', value: title },
    texts: present(cell.text).map(value => ({ as: 'html', value })),
    author: cell.author,
    publisher: cell.source,
    published: present(date),
    updated: [],
    rating: cell.rating === undefined ? undefined : { value: cell.rating },
    kind: 'review',
  };
};

const problemsOf = (header: readonly string[], columns: Columns): readonly Problem[] => {
  if (columns.text !== undefined || columns.rating !== undefined) return [];
  const names = header
    .slice(0, 12)
    .map(name => `"${name.slice(0, 40)}"`)
    .join(', ');
  const message = `No column looks like the words or the stars of a review; there are ${names || 'none'}.`;
  return [{ kind: 'not-a-feed', message }];
};

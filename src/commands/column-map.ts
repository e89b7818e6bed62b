import { UserError } from '../core/user-error.ts';
import { columnMeanings } from '../parse/csv-columns.ts';
import type { ColumnMeaning, Columns } from '../parse/csv-columns.ts';
import { fold } from '../text/fold.ts';
import { nearest } from '../text/similarity.ts';

/** What `--map` says: the heading, or the number from 1, of the column that holds what. */
export type ColumnMap = ReadonlyMap<ColumnMeaning, string>;

/** Reads `text=Comment,rating=Stars`, given once or several times; headings may have commas in them. */
export const columnMapFrom = (written: readonly string[]): ColumnMap =>
  new Map(
    written
      .flatMap(pairs => pairs.split(/,(?=\s*\w+\s*=)/))
      .map(pair => {
        const [, name = pair, heading = ''] = /^\s*(\w*)\s*=\s*(.*?)\s*$/s.exec(pair) ?? [];
        const meaning = columnMeanings.find(known => known === name.toLowerCase());
        if (meaning !== undefined && heading !== '') return [meaning, heading] as const;
        const near = meaning === undefined ? nearest(name, columnMeanings) : undefined;
        throw new UserError(
          `--map takes pairs like text=Comment, not "${pair}"; ${near ? `did you mean ${near}?` : `what a column can be: ${columnMeanings.join(', ')}.`}`,
        );
      }),
  );

/** The columns of a table that a map names; a `UserError` lists the headings when one is not there. */
export const columnsIn = (header: readonly string[], map: ColumnMap): Columns =>
  Object.fromEntries([...map].map(([meaning, heading]) => [meaning, columnOf(heading, header)]));

const columnOf = (heading: string, header: readonly string[]): number => {
  const wanted = fold(heading);
  const named = header.findIndex(name => fold(name).trim() === wanted);
  if (named !== -1) return named;
  const number = /^\d{1,4}$/.test(heading) ? Number(heading) : 0;
  if (number >= 1 && number <= header.length) return number - 1;
  const near = nearest(heading, header);
  throw new UserError(
    `No column is called "${heading}"; ${near === undefined ? `there are ${header.join(', ')}.` : `did you mean "${near}"?`}`,
  );
};

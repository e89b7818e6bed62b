import type { Source } from '../core/source.ts';
import { columnMeanings } from '../parse/csv-columns.ts';
import type { BadRow, FilePage } from '../parse/file-page.ts';
import type { Imported } from '../parse/import-file.ts';
import type { ImportFormat } from '../parse/import-format.ts';
import type { TakenIn } from '../scan/take-in.ts';
import { terminalLine } from '../text/terminal.ts';
import { counted } from './counted.ts';
import { print } from './print.ts';
import type { Shell } from './shell.ts';

type Style = { readonly json?: true; readonly dryRun?: true };

/** Says how a file was understood and what is wrong with it: to people on stderr, to scripts as JSON lines on stdout. */
export const tellFile = async (
  { page, encoding, table }: Imported,
  as: ImportFormat,
  { json }: Style,
  { stdout, stderr }: Shell,
): Promise<void> => {
  const unit = unitOf[as];
  const columns = table && columnsOf(table);
  if (json) {
    const say = (line: object) => print(stdout, `${JSON.stringify(line)}\n`);
    const { separator, dayOrder } = table ?? {};
    await say({ type: 'file', as, encoding, separator, dates: dayOrder, ...columns });
    for (const { message } of page.problems) await say({ type: 'problem', message });
    for (const { at, kept, why } of page.bad) await say({ type: 'bad', [unit]: at, kept, why });
    return;
  }
  const told = [
    `Read as ${[as, encoding, table && `separated by ${shown(table.separator)}`].filter(Boolean).join(', ')}.`,
    ...Object.entries(columns?.columns ?? {}).map(
      ([meaning, heading]) => `  ${meaning.padEnd(6)}  ${terminalLine(heading)}`,
    ),
    ...(columns && columns.unused.length > 0
      ? [`  unused  ${columns.unused.map(terminalLine).join(', ')}`]
      : []),
    ...(table?.isOrderOpen
      ? ['  Dates like 03/04/2026 count as March 4; say --dates day-first if they are not.']
      : []),
    ...page.problems.map(({ message }) => message),
    ...page.bad.slice(0, mostTold).map(row => badLine(row, unit)),
    ...(page.bad.length > mostTold
      ? [`… and ${page.bad.length - mostTold} more; --json lists them all.`]
      : []),
  ];
  await print(stderr, `${told.join('\n')}\n`);
};

/** What a file is counted in. */
const unitOf: Readonly<Record<ImportFormat, string>> = {
  csv: 'line',
  jsonl: 'line',
  json: 'item',
  'google-takeout': 'review',
  mbox: 'line',
};

/** More than a screen or two of them helps nobody. */
const mostTold = 50;

const badLine = ({ at, kept, why }: BadRow, unit: string): string =>
  `${unit} ${at}: ${kept ? 'taken, but' : 'left out:'} ${why}`;

const shown = (separator: string): string => (separator === '\t' ? 'tabs' : `"${separator}"`);

/** Headings by what their columns hold, and those of no use. */
const columnsOf = ({ header, columns }: NonNullable<Imported['table']>) => ({
  columns: Object.fromEntries(
    columnMeanings.flatMap(meaning => {
      const column = columns[meaning];
      return column === undefined ? [] : [[meaning, header[column] ?? String(column + 1)]];
    }),
  ),
  unused: header.filter((_, index) => !Object.values(columns).includes(index)),
});

/** Says what became of the rows, on stdout. */
export const tellTakenIn = (
  { id }: Source,
  { rows, bad }: FilePage,
  { flags: _, ...counts }: TakenIn,
  { json, dryRun }: Style,
  { stdout }: Shell,
): void => {
  const lost = bad.filter(({ kept }) => !kept).length;
  if (json) {
    stdout.write(`${JSON.stringify({ type: 'done', source: id, rows, ...counts, bad: lost })}\n`);
    return;
  }
  const { added, updated, duplicates, unchanged, dropped, flagged } = counts;
  const parts = [
    `${added} new`,
    `${updated} changed`,
    counted(duplicates, 'duplicate'),
    `${unchanged} held already`,
    `${flagged} flagged`,
    ...(dropped > 0 ? [`${dropped} dropped by a rule`] : []),
    ...(lost > 0 ? [`${lost} left out`] : []),
  ];
  stdout.write(`${id}: ${parts.join(', ')}${dryRun ? '; nothing was stored' : ''}\n`);
};

import type { MentionRecord } from '../core/record.ts';

type Cell = string | number | undefined;

const columns: readonly (readonly [name: string, cell: (record: MentionRecord) => Cell])[] = [
  ['id', record => record.id],
  ['priority', record => record.verdict.priority.score],
  ['flags', record => record.verdict.flags.map(flag => flag.kind).join(' ')],
  ['reasons', record => record.verdict.flags.map(flag => flag.reason).join('; ')],
  ['sentiment', record => record.verdict.sentiment.label],
  ['topics', record => record.verdict.topics.map(topic => topic.id).join(' ')],
  ['kind', record => record.kind],
  ['source', record => record.source],
  ['published', record => record.publishedAt],
  ['rating', record => record.rating],
  ['author', record => record.author],
  ['title', record => record.title],
  ['text', record => record.text],
  ['url', record => record.url],
  ['also in', record => record.alsoIn.map(sighting => sighting.source).join(' ')],
  ['suggested', record => record.verdict.suggestion.bucket],
  ['bucket', record => record.decision?.bucket],
  ['decided by', record => record.decision?.by],
  ['decided at', record => record.decision?.at],
  ['note', record => record.decision?.note],
  ['follow-up', record => record.followUp?.state],
  ['follow-up note', record => record.followUp?.note],
];

/** The first line of a CSV export. */
export const csvHead = (): string => csvLine(columns.map(([name]) => name));

/** One mention as a CSV line (RFC 4180), with cells that a spreadsheet would run made harmless. */
export const csvRow = (record: MentionRecord): string =>
  csvLine(columns.map(([, cell]) => cell(record)));

const csvLine = (cells: readonly Cell[]) => `${cells.map(csvCell).join(',')}\r\n`;

const csvCell = (cell: Cell): string => {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = neutralise(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Spreadsheets run cells that begin with these, also after spaces or quotes (OWASP, CSV injection); a quote stops that. */
const neutralise = (cell: string): string =>
  /^[\s'"]*[=+\-@\t\r|%\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? `'${cell}` : cell;

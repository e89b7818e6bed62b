/** The separators that spreadsheets write, by the country of whoever saved the file. */
const separators = [',', ';', '\t', '|'] as const;

/** A table as it was written: every row has its cells, however many. Lines are counted from 1. */
export type Table = {
  readonly separator: string;
  readonly rows: readonly (readonly string[])[];
  /** The line on which each row begins. */
  readonly lines: readonly number[];
  /** The line of a quote that nothing closes: all that follows it is one cell. */
  readonly unclosed?: number;
  /** The line from which on nothing was read, because there is too much. */
  readonly cutAt?: number;
};

/** More rows than a practice has reviews; the rest of such a file is not worth its memory. */
const mostRows = 200_000;

/** Reads CSV in any dialect: separators as found, quotes doubled or by backslash, line breaks inside quotes. Never throws. */
export const parseCsv = (document: string): Table => {
  const text = document.replace(/^\ufeff/, '');
  const [, declared] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const body = declared === undefined ? text : text.slice(text.indexOf('\n') + 1);
  const separator = declared ?? separatorOf(body);
  return { separator, ...rowsOf(body, separator, declared === undefined ? 1 : 2) };
};

/** The separator that stands most evenly often in the first lines, outside quotes. */
const separatorOf = (text: string): string => {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/)
    .filter(line => line !== '')
    .slice(0, 20);
  const score = (separator: string): number => {
    const counts = lines.map(line => line.split(separator).length - 1);
    const [first = 0] = counts;
    return first * counts.filter(count => count === first).length;
  };
  return separators.reduce<string>((best, next) => (score(next) > score(best) ? next : best), ',');
};

const rowsOf = (text: string, separator: string, firstLine: number): Omit<Table, 'separator'> => {
  const rows: string[][] = [];
  const lines: number[] = [];
  const lineAt = lineCounter(text, firstLine);
  let row: string[] = [];
  let start = 0;
  let at = 0;
  let unclosed: number | undefined;
  const endRow = (): void => {
    if (row.some(cell => cell !== '')) {
      rows.push(row);
      lines.push(lineAt(start));
    }
    row = [];
    start = at;
  };
  while (at < text.length && rows.length < mostRows) {
    const { cell, end, isOpen } =
      text[at] === '"' ? quoted(text, at, separator) : bare(text, at, separator);
    if (isOpen) unclosed = at;
    row.push(cell);
    at = end;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    endRow();
  }
  endRow();
  return {
    rows,
    lines,
    ...(unclosed === undefined ? {} : { unclosed: lineAt(unclosed) }),
    ...(at < text.length ? { cutAt: lineAt(at) } : {}),
  };
};

/** Tells the line of an offset; offsets come in rising order. */
const lineCounter = (text: string, first: number): ((offset: number) => number) => {
  let line = first;
  let counted = 0;
  return offset => {
    for (; counted < offset; counted++) {
      const isEnd =
        text[counted] === '\n' || (text[counted] === '\r' && text[counted + 1] !== '\n');
      if (isEnd) line++;
    }
    return line;
  };
};

type Cell = { readonly cell: string; readonly end: number; readonly isOpen?: true };

const bare = (text: string, from: number, separator: string): Cell => {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r')
    end++;
  return { cell: text.slice(from, end).trim(), end };
};

const quoted = (text: string, from: number, separator: string): Cell => {
  let cell = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { cell: cell + text.slice(at), end: text.length, isOpen: true };
    const isEscaped = text[quote - 1] === '\\' && quote > at && text[quote + 1] !== separator;
    cell += text.slice(at, isEscaped ? quote - 1 : quote);
    at = quote + 1;
    if (isEscaped) cell += '"';
    else if (text[at] === '"') {
      cell += '"';
      at += 1;
    } else break;
  }
  // What stands between the closing quote and the separator belongs to the cell, as spreadsheets read it.
  const rest = bare(text, at, separator);
  return { cell: cell + rest.cell, end: rest.end };
};

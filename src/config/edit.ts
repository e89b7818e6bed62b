/** A source as it is written into the configuration; spans as typed, like `30m`. */
export type SourceFields = {
  readonly id: string;
  readonly kind?: string;
  readonly url?: string;
  readonly name?: string;
  readonly about?: string;
  readonly items?: string;
  readonly every?: string;
  readonly options?: Readonly<Record<string, string | readonly string[]>>;
};

/** The configuration with these sources at its end; all else stays as its owner wrote it, comments too. */
export const addSources = (toml: string, sources: readonly SourceFields[]): string => {
  const end = toml === '' || toml.endsWith('\n') ? toml : `${toml}\n`;
  return [end, ...sources.map(tableOf)].join('\n');
};

const tableOf = ({ options, ...fields }: SourceFields): string =>
  [
    '[[source]]',
    ...Object.entries(fields).flatMap(([key, value]) =>
      value === undefined ? [] : [`${key} = ${written(value)}`],
    ),
    ...(options === undefined ? [] : [`options = { ${pairs(options).join(', ')} }`]),
    '',
  ].join('\n');

const pairs = (options: Readonly<Record<string, string | readonly string[]>>): readonly string[] =>
  Object.entries(options).map(
    ([key, value]) => `${/^[\w-]+$/.test(key) ? key : written(key)} = ${written(value)}`,
  );

/** JSON strings are TOML strings, but for DEL, which no one types. */
const written = (value: string | readonly string[]): string =>
  typeof value === 'string' ? JSON.stringify(value) : `[${value.map(written).join(', ')}]`;

/**
 * The configuration without a source: its table goes, comments that stand above it or after it stay. Undefined when no
 * table names this id in the usual way; the caller checks the result, since only a parser knows TOML whole.
 */
export const removeSource = (toml: string, id: string): string | undefined => {
  const lines = toml.split('\n');
  const heads = lines.flatMap((line, index) => (/^\s*\[/.test(line) ? [index] : []));
  const isTable = (from: number, to: number) =>
    /^\s*\[\[\s*source\s*\]\]/.test(lines[from] ?? '') &&
    lines.slice(from, to).some(line => idOn(line) === id);
  const start = heads.find((from, nth) => isTable(from, heads[nth + 1] ?? lines.length));
  if (start === undefined) return undefined;
  const tables = heads.filter(head => head > start && !isPartOfSource(lines[head] ?? ''));
  const next = tables[0] ?? lines.length;
  const last = lines.slice(start, next).findLastIndex(line => !/^\s*(?:#|$)/.test(line));
  return [...lines.slice(0, start), ...lines.slice(start + last + 1)]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
};

/** `[source.options]` belongs to the source above it. */
const isPartOfSource = (line: string): boolean => /^\s*\[+\s*source\s*\./.test(line);

const idOn = (line: string): string | undefined => {
  const [, double, single] = /^\s*["']?id["']?\s*=\s*(?:"([^"\\]*)"|'([^']*)')/.exec(line) ?? [];
  return double ?? single;
};

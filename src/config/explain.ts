import type { z } from 'zod';
import { nearest } from '../text/similarity.ts';
import { schema } from './schema.ts';

type Path = readonly PropertyKey[];

/** One sentence for one thing wrong in a configuration: file, line, key, and the nearest known key. */
export const explainIssue = (issue: z.core.$ZodIssue, toml: string, file: string): string => {
  if (issue.code !== 'unrecognized_keys')
    return `${place(toml, file, issue.path)}: ${keyName(issue.path)} ${complaint(issue)}.`;
  const known = knownKeys(issue.path);
  return issue.keys
    .map(key => {
      const path = [...issue.path, key];
      const near = nearest(key, known);
      const hint =
        near === undefined ? `known keys: ${known.join(', ')}.` : `did you mean ${near}?`;
      return `${place(toml, file, path)}: unknown key ${keyName(path)}; ${hint}`;
    })
    .join('\n');
};

const complaint = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is missing';
  if (issue.code === 'invalid_type' && issue.message.startsWith(zodsOwn))
    return `must be ${issue.path.length === 1 ? tableAs(issue) : (asTyped[issue.expected] ?? issue.expected)}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
};

/** How zod begins a message that the schema does not give in better words. */
const zodsOwn = 'Invalid input';

const asTyped: Readonly<Record<string, string>> = {
  string: 'words in quotes',
  number: 'a number, without quotes',
  boolean: 'true or false, without quotes',
  array: 'a list, as in ["one", "two"]',
  record: 'a table, as in { name = "value" }',
};

/** `[source]` for `[[source]]` and the other way round is the commonest slip. */
const tableAs = ({ expected, path: [name] }: z.core.$ZodIssueInvalidType): string =>
  expected === 'array'
    ? `written with two brackets, [[${String(name)}]], once for each`
    : `a table, [${String(name)}], with its keys on the lines below`;

const keyName = (path: Path): string =>
  path.map(part => (typeof part === 'number' ? `#${part + 1}` : String(part))).join('.');

/** The file, and the line in it where a key stands, if it does. */
export const place = (toml: string, file: string, path: Path): string => {
  const line = lineOf(toml, path);
  return line === undefined ? file : `${file}:${line}`;
};

/** The line, counted from 1, on which a key is written, else that of its table; undefined when neither is there. */
const lineOf = (toml: string, path: Path): number | undefined => {
  const wanted = path.map(String);
  const counts = new Map<string, number>();
  let table: readonly string[] = [];
  let best: number | undefined;
  for (const [index, line] of toml.split('\n').entries()) {
    const [, bracket, name = ''] = /^\s*(\[\[?)\s*([^\]]+?)\s*\]/.exec(line) ?? [];
    if (bracket) {
      const nth = counts.get(name) ?? 0;
      counts.set(name, nth + 1);
      table = bracket === '[[' ? [name, String(nth)] : name.split('.');
      if (startsWith(wanted, table)) best = index + 1;
      else if (startsWith(table, wanted)) return index + 1;
    }
    const key = /^\s*["']?([\p{L}\p{N}_-]+)["']?\s*=/u.exec(line)?.[1];
    if (key !== undefined && startsWith(wanted, [...table, key])) return index + 1;
  }
  return best;
};

const startsWith = (path: Path, start: Path) => start.every((part, index) => part === path[index]);

const knownKeys = (path: Path): readonly string[] =>
  Object.keys(
    shapeIn(
      path
        .filter(part => typeof part === 'string')
        .reduce<unknown>((type, part) => shapeIn(type)[part], schema),
    ),
  );

type Shape = Readonly<Record<string, unknown>>;

/** The keys of the object below defaults and arrays. */
const shapeIn = (type: unknown): Shape => {
  if (!isRecord(type)) return {};
  if (isRecord(type['shape'])) return type['shape'];
  const definition = type['def'];
  return isRecord(definition) ? shapeIn(definition['innerType'] ?? definition['element']) : {};
};

const isRecord = (value: unknown): value is Shape => typeof value === 'object' && value !== null;

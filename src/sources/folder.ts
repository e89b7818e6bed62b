import { readdir, stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { z } from 'zod';
import type { Entry } from '../core/mention.ts';
import type { FilePage } from '../parse/file-page.ts';
import { formatOf, parseImport } from '../parse/import-file.ts';
import { importFormats } from '../parse/import-format.ts';
import { isObject, readJson } from '../parse/json.ts';
import { filePath, readFileUrl } from './file.ts';
import { kindOf } from './kind.ts';
import type { LookContext, Looked } from './look.ts';

/** Exports that somebody, or another program, puts into a folder: each file is read once, and again when it changes. */
export const folder = kindOf({
  url: 'needed',
  options: z.strictObject({
    as: z.enum(importFormats, `must be one of ${importFormats.join(', ')}`).optional(),
    dates: z.enum(['month-first', 'day-first'], 'must be month-first or day-first').optional(),
  }),
  look: async (options, { url = '' }, state, context) => {
    const path = filePath(url);
    if (path === undefined)
      return failed('its url must be a folder of this machine, as file:inbox');
    const files = await filesIn(path, context.now());
    if (typeof files === 'string') return failed(files);
    const known = knownFiles(state?.cursor);
    const news = files.filter(({ name, print }) => known.get(name) !== print);
    const read = new Map(files.map(({ name, print }) => [name, print]));
    const [now, later] = [news.slice(0, mostFiles), news.slice(mostFiles)];
    for (const { name } of later) read.delete(name);
    const notes = { cursor: JSON.stringify(Object.fromEntries(read)) };
    if (now.length === 0) return { kind: 'unchanged', notes };
    const entries: Entry[] = [];
    const problems: string[] = [];
    for (const { name } of now) {
      const page = await pageOf(join(path, name), name, options, context);
      if (typeof page === 'string') problems.push(page);
      else {
        entries.push(...page.entries);
        problems.push(...problemsOf(name, page));
      }
    }
    return { kind: 'entries', entries, problems, notes };
  },
});

/** So many files are read in one look. */
const mostFiles = 50;
/** A file that was written to within so many milliseconds may not be whole. */
const settleMs = 2000;

type Found = { readonly name: string; readonly print: string };

/** The files in a folder that can be looked at, oldest first, or why there are none. */
const filesIn = async (path: string, now: Date): Promise<readonly Found[] | string> => {
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) => error.code ?? 'error');
  if (typeof names === 'string')
    return names === 'ENOENT' ? `${path} does not exist` : `${path} cannot be read (${names})`;
  const visible = names.filter(name => !/^[.~]|~$|\.(?:tmp|part|crdownload)$/i.test(name));
  const found = await Promise.all(
    visible.map(async name => {
      const about = await stat(join(path, name)).catch(() => undefined);
      const isSettled = about && Math.abs(now.getTime() - about.mtimeMs) >= settleMs;
      return about?.isFile() && isSettled
        ? [{ name, at: about.mtimeMs, print: `${Math.floor(about.mtimeMs)}-${about.size}` }]
        : [];
    }),
  );
  return found.flat().sort((a, b) => a.at - b.at);
};

const pageOf = async (
  path: string,
  name: string,
  {
    as,
    dates,
  }: { readonly as?: string | undefined; readonly dates?: 'month-first' | 'day-first' | undefined },
  { maxBytes, signal }: LookContext,
): Promise<FilePage | string> => {
  const read = await readFileUrl(pathToFileURL(path).href, maxBytes, signal);
  if (read.kind === 'failed') return read.why;
  const format = importFormats.find(format => format === as) ?? formatOf(name, read.bytes);
  if (format === undefined) return `${name} is an archive or a spreadsheet as such; save it as CSV`;
  const hints = dates === undefined ? {} : { dayOrder: dates };
  return parseImport(read.bytes, format, () => hints).page;
};

const problemsOf = (name: string, { bad, problems }: FilePage): readonly string[] => {
  const [first] = bad;
  const rest = bad.length > 1 ? ` and ${bad.length - 1} more` : '';
  return [
    ...problems.map(({ message }) => `${name}: ${message}`),
    ...(first === undefined ? [] : [`${name}: row ${first.at}: ${first.why}${rest}`]),
  ];
};

const knownFiles = (cursor: string | undefined): ReadonlyMap<string, string> => {
  const json = readJson(cursor ?? '');
  return new Map(
    Object.entries(isObject(json) ? json : {}).flatMap(([name, print]) =>
      typeof print === 'string' ? [[name, print] as const] : [],
    ),
  );
};

const failed = (why: string): Looked => ({ kind: 'failed', why });

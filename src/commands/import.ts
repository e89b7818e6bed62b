import { basename, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Config } from '../config/config.ts';
import { nobody } from '../core/practice.ts';
import type { Entry } from '../core/mention.ts';
import type { Source } from '../core/source.ts';
import { exitCodes, UserError } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import { parseCsv } from '../parse/csv.ts';
import type { DayOrder } from '../parse/csv-dates.ts';
import { formatOf, parseImport } from '../parse/import-file.ts';
import type { ImportFormat } from '../parse/import-format.ts';
import { columnMapFrom, columnsIn } from './column-map.ts';
import { openJudge } from './judging.ts';
import { readGiven } from './read-file.ts';
import type { Shell } from './shell.ts';
import { takeInto } from './take-into.ts';
import { tellFile, tellTakenIn } from './tell-import.ts';
import { openWorkspace, withStore } from './workspace.ts';
import type { Globals } from './workspace.ts';

export type ImportOptions = Globals & {
  readonly as?: ImportFormat;
  readonly source?: string;
  readonly map?: readonly string[];
  readonly dates?: DayOrder;
  readonly dryRun?: true;
  readonly json?: true;
};

/** `listen import FILE`: mentions from an export, the same way as a scan; exit code 3 when some rows were refused or read in part. */
export const importFile = async (
  file: string,
  options: ImportOptions,
  shell: Shell,
): Promise<ExitCode> => {
  const workspace = openWorkspace(shell, options);
  const map = columnMapFrom(options.map ?? []);
  const bytes = await read(file, shell);
  const as = options.as ?? formatOf(basename(file), bytes);
  if (as === undefined)
    throw new UserError(
      'This is an archive or a spreadsheet as such; unpack it, or save it as CSV, and import that.',
    );
  if (map.size > 0 && as !== 'csv')
    throw new UserError(`--map is for CSV; this file is read as ${as}.`);
  const source = sourceFrom(options.source ?? usualSource[as], as, workspace.config);
  const imported = parseImport(bytes, as, document => {
    // The headings are all that is needed to find the columns; the whole is parsed once.
    const [header = []] = map.size > 0 ? parseCsv(document.slice(0, 100_000)).rows : [];
    return {
      columns: columnsIn(header, map),
      ...(options.dates === undefined ? {} : { dayOrder: options.dates }),
    };
  });
  await tellFile(imported, as, options, shell);
  const { page } = imported;
  if (page.entries.length === 0 && page.bad.length + page.problems.length > 0)
    return exitCodes.failed;
  const judge = openJudge(
    shell.root,
    workspace.config?.practice ?? nobody,
    workspace.config?.claimFiles,
  );
  try {
    await withStore(workspace, shell, async store => {
      const isOwn = options.source === undefined;
      for (const [id, entries] of entriesBySource(page.entries, source.id, isOwn)) {
        const from = id === source.id ? source : sourceFrom(id, as, workspace.config);
        const taken = await takeInto(from, entries, { store, judge: judge.judge }, workspace, {
          dryRun: options.dryRun ?? false,
          signal: shell.signal,
          now: shell.now(),
        });
        tellTakenIn(from, page, taken, options, shell);
      }
    });
  } finally {
    judge.close();
  }
  return page.bad.length + page.problems.length > 0 ? exitCodes.partial : exitCodes.done;
};

/** What an export of ours brings goes back to the sources that it came from, unless another was named. */
const entriesBySource = (
  entries: readonly Entry[],
  usual: string,
  isOwn: boolean,
): ReadonlyMap<string, readonly Entry[]> => {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const id = isOwn ? (entry.exported?.source ?? usual) : usual;
    const group = groups.get(id);
    if (group) group.push(entry);
    else groups.set(id, [entry]);
  }
  return groups.size === 0 ? new Map([[usual, []]]) : groups;
};

const read = async (file: string, { stdin, cwd }: Shell): Promise<Uint8Array> => {
  if (file === '-') return buffer(stdin);
  return readGiven(resolve(cwd, file), file);
};

/** Where imported mentions are said to come from; always the same, so that a file imported twice is recognised. */
const usualSource: Readonly<Record<ImportFormat, string>> = {
  csv: 'import',
  jsonl: 'import',
  json: 'import',
  'google-takeout': 'google',
  mbox: 'mail',
};

/** The configured source of that name, else one that is never scanned. */
const sourceFrom = (id: string, as: ImportFormat, config: Config | undefined): Source => {
  const configured = config?.sources.find(source => source.id === id);
  if (configured) return configured;
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id))
    throw new UserError('--source takes a name of letters, digits, "-", "_" or ".".');
  return {
    id,
    kind: 'import',
    about: as === 'mbox' ? 'topic' : 'practice',
    every: Infinity,
    staleAfter: Infinity,
    enabled: false,
  };
};

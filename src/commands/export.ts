import { extname, resolve } from 'node:path';
import { writeAtomically } from '../atomic-file.ts';
import { exitCodes, UserError } from '../core/user-error.ts';
import { codeOf } from '../error-code.ts';
import { exported } from '../export/export.ts';
import { exportFormats } from '../export/formats.ts';
import type { ExportFormat } from '../export/formats.ts';
import { counted } from './counted.ts';
import { learnedFrom } from './learning.ts';
import { print } from './print.ts';
import { queryFrom, recordsOf } from './selecting.ts';
import type { Shell } from './shell.ts';
import { openWorkspace, readerOf, withStore } from './workspace.ts';
import type { Globals } from './workspace.ts';

type Options = Globals & {
  readonly format?: ExportFormat;
  readonly output?: string;
  readonly reveal?: true;
  readonly bom?: true;
};

/** `listen export`: the mentions that a query selects, as one file; names and links masked unless asked. */
export const exportMentions = async (
  query: string,
  options: Options,
  shell: Shell,
): Promise<number> => {
  const workspace = openWorkspace(shell, options);
  const selected = queryFrom(query, shell.now());
  return withStore(workspace, shell, async store => {
    const rows = await store.find(selected, readerOf(workspace, shell));
    const everybody = options.reveal ? [] : await store.rows();
    const practice = workspace.config?.practice;
    const pieces = exported(recordsOf(store, rows, await learnedFrom(store)), {
      format: options.format ?? formatOf(options.output),
      reveal: options.reveal === true,
      bom: options.bom === true,
      query,
      at: shell.now(),
      authors: everybody.flatMap(({ author }) => author ?? []),
      openNames: practice ? [practice.name, ...practice.aliases, ...practice.clinicians] : [],
      ...(practice ? { practice: practice.name } : {}),
    });
    if (options.output === undefined || options.output === '-')
      for await (const piece of pieces) await print(shell.stdout, piece);
    else await save(resolve(shell.cwd, options.output), pieces);
    const masked = options.reveal ? '' : ', names and links masked';
    shell.stderr.write(`${counted(rows.length, 'mention')}${masked}\n`);
    return exitCodes.done;
  });
};

const formatOf = (file = ''): ExportFormat => {
  const ending = extname(file).slice(1).toLowerCase();
  const known = exportFormats.find(format => format === ending);
  if (known === undefined && otherFormats.has(ending))
    throw new UserError(
      `"${ending}" is no format that is written here; there are ${exportFormats.join(', ')}. Name one with --format.`,
    );
  return known ?? 'csv';
};

/** Endings with which a file of CSV would not open. */
const otherFormats: ReadonlySet<string> = new Set(['html', 'htm', 'xls', 'xlsx', 'ods', 'pdf']);

const save = async (file: string, pieces: AsyncIterable<string>): Promise<void> => {
  try {
    await writeAtomically(file, pieces);
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new UserError(
      `${file} cannot be written (${code}); what was there is as it was.`,
      exitCodes.failed,
    );
  }
};

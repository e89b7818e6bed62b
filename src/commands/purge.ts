import { parseSpan } from '../core/moment.ts';
import { isOutlived } from '../core/retention.ts';
import type { Row } from '../core/row.ts';
import { exitCodes, UserError } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import type { Bucket } from '../core/verdict.ts';
import type { Reader, Store } from '../store/store.ts';
import { fold } from '../text/fold.ts';
import { confirmed } from './confirm.ts';
import { counted } from './counted.ts';
import { mentionLine } from './list.ts';
import { print } from './print.ts';
import { queryFrom, recordsOf } from './selecting.ts';
import type { Shell } from './shell.ts';
import { openWorkspace, readerOf, withStore } from './workspace.ts';
import type { Globals, Workspace } from './workspace.ts';

export type PurgeOptions = Globals & {
  readonly olderThan?: string;
  readonly bucket?: Bucket | 'inbox';
  readonly author?: string;
  readonly retention?: true;
  readonly reason?: string;
  readonly yes?: true;
  readonly dryRun?: true;
  readonly json?: true;
};

/** `listen purge`: erases mentions for good, after saying how many; what selects them must all hold. */
export const purge = async (
  typed: readonly string[],
  options: PurgeOptions,
  shell: Shell,
): Promise<ExitCode> => {
  const workspace = openWorkspace(shell, options);
  return withStore(workspace, shell, async store => {
    const rows = await selected(typed, options, workspace, store, shell);
    if (options.dryRun) await showAll(store, rows, options, shell);
    const goesOn =
      rows.length > 0 && !options.dryRun && (await agreed(rows.length, options, shell));
    const ids = rows.map(row => row.id);
    const purged = goesOn ? await store.purge(ids, workspace.me, reasonOf(options)) : 0;
    if (options.json)
      shell.stdout.write(`${JSON.stringify({ type: 'done', selected: rows.length, purged })}\n`);
    else shell.stderr.write(`${told(rows.length, purged, options)}\n`);
    return rows.length === 0 || goesOn || options.dryRun ? exitCodes.done : exitCodes.failed;
  });
};

const agreed = async (count: number, options: PurgeOptions, shell: Shell): Promise<boolean> => {
  // The configuration has agreed already, so that cron need not say it again; a person at a terminal is asked.
  if (options.retention && !shell.stdin.isTTY) return true;
  return confirmed(`This erases ${counted(count, 'mention')} for good.`, options, shell);
};

const selected = async (
  typed: readonly string[],
  { olderThan, bucket, author, retention }: PurgeOptions,
  workspace: Workspace,
  store: Store,
  shell: Shell,
): Promise<readonly Row[]> => {
  const reader = readerOf(workspace, shell);
  const tests = [
    ...(olderThan === undefined ? [] : [before(reader.now - spanFrom(olderThan))]),
    ...(bucket === undefined ? [] : [(row: Row) => (row.bucket ?? 'inbox') === bucket]),
    ...(author === undefined ? [] : [isBy(author)]),
    ...(retention ? [outlives(workspace, reader.now)] : []),
  ];
  const words = typed.filter(word => word.trim() !== '');
  if (words.length + tests.length === 0)
    throw new UserError(
      'Say what to purge: ids, a query, --older-than, --bucket, --author or --retention.',
    );
  const rows = words.length === 0 ? await store.rows() : await named(words, reader, store);
  return rows.filter(row => tests.every(test => test(row)));
};

/** The mentions of these ids, when each is one as a whole; else what the words select as a query. */
const named = async (
  words: readonly string[],
  reader: Reader,
  store: Store,
): Promise<readonly Row[]> => {
  const wanted = new Set(words);
  const rows = (await store.rows()).filter(row => wanted.has(row.id));
  if (rows.length === wanted.size) return rows;
  return store.find(queryFrom(words.join(' '), new Date(reader.now)), reader);
};

const before = (at: number) => (row: Row) => row.at < at;

const isBy = (author: string) => (row: Row) => fold(row.author ?? '') === fold(author);

const outlives = ({ config, configFile }: Workspace, now: number) => {
  const retention = config?.retention ?? {};
  if (Object.keys(retention).length === 0)
    throw new UserError(
      `${configFile ?? 'The configuration'} says nothing under [retention]; write ignore = "90d" there, for example.`,
    );
  return (row: Row) => isOutlived(row, retention, now);
};

const spanFrom = (written: string): number => {
  const span = parseSpan(written);
  if (span !== undefined) return span;
  throw new UserError(`--older-than takes a time span like 180d, not "${written}".`);
};

/** What the journal keeps for ever, so without a name or a word of what is erased. */
const reasonOf = ({ reason, retention, olderThan, bucket, author }: PurgeOptions): string =>
  reason ??
  ([
    retention && 'kept as long as the configuration allows',
    olderThan !== undefined && `older than ${olderThan}`,
    bucket !== undefined && `in ${bucket}`,
    author !== undefined && 'of one author',
  ]
    .filter(Boolean)
    .join(', ') ||
    'selected one by one');

const showAll = async (
  store: Store,
  rows: readonly Row[],
  { json }: PurgeOptions,
  { stdout }: Shell,
) => {
  for await (const record of recordsOf(store, rows))
    await print(
      stdout,
      json
        ? `${JSON.stringify({ type: 'selected', id: record.id, source: record.source, publishedAt: record.publishedAt })}\n`
        : mentionLine(record),
    );
};

const told = (count: number, purged: number, { dryRun }: PurgeOptions): string => {
  if (dryRun) return `${counted(count, 'mention')} would be erased.`;
  return count === 0 ? 'Nothing is selected.' : `${counted(purged, 'mention')} erased.`;
};

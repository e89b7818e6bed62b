import type { MentionRecord } from '../core/record.ts';
import { exitCodes, UserError } from '../core/user-error.ts';
import { counted } from './counted.ts';
import { capped } from '../text/cap.ts';
import { learnedFrom } from './learning.ts';
import { queryFrom, recordsOf } from './selecting.ts';
import type { Shell } from './shell.ts';
import { print } from './print.ts';
import { openWorkspace, readerOf, withStore } from './workspace.ts';
import type { Globals } from './workspace.ts';

type Options = Globals & { readonly json?: true; readonly limit?: string };

/** `listen list`: a line a mention for people, or with `--json` a JSON line for scripts. */
export const list = async (typed: string, options: Options, shell: Shell): Promise<number> => {
  const limit = limitFrom(options.limit);
  const workspace = openWorkspace(shell, options);
  const query = queryFrom(typed, shell.now());
  return withStore(workspace, shell, async store => {
    const rows = await store.find(query, readerOf(workspace, shell));
    const see = options.json ? await learnedFrom(store) : undefined;
    for await (const record of recordsOf(store, rows.slice(0, limit), see))
      await print(shell.stdout, options.json ? `${JSON.stringify(record)}\n` : mentionLine(record));
    if (!options.json) shell.stderr.write(`${counted(rows.length, 'mention')}\n`);
    return exitCodes.done;
  });
};

const limitFrom = (written: string | undefined): number => {
  if (written === undefined) return Infinity;
  if (/^\d+$/.test(written)) return Number(written);
  throw new UserError(`--limit takes a whole number, not "${written}".`);
};

/** One mention on one line: id, priority, bucket (and what became of it), day, source, flags, first words. */
export const mentionLine = ({
  id,
  verdict,
  decision,
  followUp,
  publishedAt,
  source,
  title,
  text,
}: MentionRecord) => {
  const flags = verdict.flags.map(flag => flag.kind).join(',') || '-';
  const head = capped((title ?? text).replace(/\s+/g, ' '), 80);
  const bucket = `${decision?.bucket ?? 'inbox'}${followUp ? `:${followUp.state}` : ''}`;
  const score = String(verdict.priority.score).padStart(3);
  return `${id}  ${score}  ${bucket.padEnd(6)}  ${publishedAt.slice(0, 10)}  ${source}  ${flags}  ${head}\n`;
};

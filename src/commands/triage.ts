import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import type { MentionId } from '../core/mention.ts';
import { exitCodes, UserError } from '../core/user-error.ts';
import type { Bucket } from '../core/verdict.ts';
import { counted } from './counted.ts';
import { resolveIds } from './selecting.ts';
import type { Shell } from './shell.ts';
import { openWorkspace, withStore } from './workspace.ts';
import type { Globals } from './workspace.ts';

type Options = Globals & { readonly bucket: Bucket; readonly note?: string; readonly json?: true };

/** `listen triage ID…`: one act, recorded for all of the mentions or for none. */
export const triage = async (
  typed: readonly string[],
  options: Options,
  shell: Shell,
): Promise<number> => {
  const workspace = openWorkspace(shell, options);
  const ids = typed.length === 1 && typed[0] === '-' ? await idsFrom(shell) : typed;
  if (ids.length === 0) throw new UserError('No ids came on standard input; nothing was decided.');
  return withStore(workspace, shell, async store => {
    const mentions = resolveIds(ids, await store.rows());
    const at = shell.now().toISOString();
    const note = options.note === undefined ? {} : { note: options.note };
    const { bucket } = options;
    await store.record([
      { id: randomUUID(), at, by: workspace.me, kind: 'decide', mentions, bucket, ...note },
    ]);
    if (options.json)
      for (const id of mentions)
        shell.stdout.write(`${JSON.stringify({ id, bucket, by: workspace.me, at, ...note })}\n`);
    else shell.stderr.write(`${told(mentions, bucket)}\n`);
    return exitCodes.done;
  });
};

const idsFrom = async ({ stdin }: Shell): Promise<readonly string[]> =>
  (await text(stdin)).split(/\s+/).filter(id => id !== '');

const told = (mentions: readonly MentionId[], bucket: Bucket): string => {
  const what = counted(mentions.length, 'mention');
  return {
    reply: `${what} to reply to.`,
    refer: `${what} referred to the office.`,
    ignore: `${what} ignored.`,
  }[bucket];
};

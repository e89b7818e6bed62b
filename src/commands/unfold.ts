import { recordOf } from '../core/record.ts';
import { exitCodes } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import { mentionLine } from './list.ts';
import { resolveId } from './selecting.ts';
import type { Shell } from './shell.ts';
import { openWorkspace, withStore } from './workspace.ts';
import type { Globals } from './workspace.ts';

/** `listen unfold ID`: takes what was folded into a mention out again, and prints it and them. */
export const unfold = async (
  typed: string,
  options: Globals & { readonly json?: true },
  shell: Shell,
): Promise<ExitCode> =>
  withStore(openWorkspace(shell, options), shell, async store => {
    const rows = await store.unfold(resolveId(typed, await store.rows()));
    for (const kept of await store.mentions(rows.map(row => row.id))) {
      const record = recordOf(kept);
      shell.stdout.write(options.json ? `${JSON.stringify(record)}\n` : mentionLine(record));
    }
    if (!options.json)
      shell.stderr.write(
        rows.length > 1
          ? `Taken apart: ${rows.length} mentions now.\n`
          : 'Nothing is folded into it as saying nearly the same.\n',
      );
    return exitCodes.done;
  });

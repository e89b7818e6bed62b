import { exitCodes } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import type { RecordedAct } from '../core/triage.ts';
import { deedOf } from './deeds.ts';
import { print } from './print.ts';
import { resolveId } from './selecting.ts';
import type { Shell } from './shell.ts';
import { openWorkspace, withStore } from './workspace.ts';
import type { Globals } from './workspace.ts';

type Options = Globals & { readonly json?: true };

/** `listen audit [ID]`: who did what and when, oldest first; for one mention when its id is given. */
export const audit = async (
  typed: string | undefined,
  options: Options,
  shell: Shell,
): Promise<ExitCode> => {
  const workspace = openWorkspace(shell, options);
  return withStore(workspace, shell, async store => {
    const id = typed === undefined ? undefined : resolveId(typed, await store.rows());
    for (const act of await store.acts(id))
      await print(shell.stdout, options.json ? `${JSON.stringify(act)}\n` : `${told(act)}\n`);
    return exitCodes.done;
  });
};

const told = (act: RecordedAct): string => {
  const about = act.kind === 'undo' ? `act ${act.act}` : act.mentions.join(' ');
  return `${String(act.seq).padStart(6)}  ${act.at}  ${act.by}  ${deedOf(act)}  ${about}`;
};

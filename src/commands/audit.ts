import { exitCodes } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import type { RecordedAct } from '../core/triage.ts';
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

/** One line without any text of a mention or a draft: an audit is read where others look on. */
const deedOf = (act: RecordedAct): string => {
  switch (act.kind) {
    case 'decide':
      return `decided: ${act.bucket}`;
    case 'reopen':
      return 'reopened';
    case 'note':
      return 'noted';
    case 'snooze':
      return `snoozed until ${act.until}`;
    case 'correct':
      return `corrected ${act.corrections.length} labels`;
    case 'forget':
      return 'forgot what was learned';
    case 'undo':
      return 'undid';
    case 'purge':
      return `purged: ${act.reason}`;
    case 'reply':
      return replyOf(act.step);
    default:
      return act satisfies never;
  }
};

const replyOf = (step: Extract<RecordedAct, { kind: 'reply' }>['step']): string => {
  switch (step.step) {
    case 'draft':
      return `drafted (${step.screened.outcome}, policy ${step.screened.policy})`;
    case 'approve': {
      const versions = `policy ${step.screened.policy}, models ${step.models}`;
      return step.override === undefined
        ? `approved (${versions})`
        : `overrode ${step.screened.rules.join(', ')} and approved (${versions}): ${step.override}`;
    }
    case 'copy':
      return 'copied';
    case 'post':
      return `posted at ${step.url}`;
    case 'withdraw':
      return 'withdrew';
    case 'follow-up':
      return `followed up: ${step.state}`;
    default:
      return step satisfies never;
  }
};

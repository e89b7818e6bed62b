import { exitCodes, UserError } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import { mayLeave, mayWithdraw } from '../reply/approval.ts';
import { print } from './print.ts';
import { atDesk } from './reply-desk.ts';
import type { Shell } from './shell.ts';
import type { Globals } from './workspace.ts';

type PostedOptions = Globals & { readonly url: string; readonly json?: true };

/** `listen posted ID --url U`: a person has posted the approved text, and says where. */
export const posted = async (
  typed: string,
  options: PostedOptions,
  shell: Shell,
): Promise<ExitCode> => {
  if (!URL.canParse(options.url) || !/^https?:/i.test(options.url))
    throw new UserError(`"${options.url}" is no address; give the link of the posted reply.`);
  return atDesk(typed, options, shell, async ({ desk, standing }) => {
    const permission = mayLeave(standing);
    if (!permission.ok) throw new UserError(permission.why, exitCodes.failed);
    const { draft } = permission.version;
    const url = new URL(options.url).href;
    await desk.record({ step: 'post', draft, url });
    if (options.json)
      await print(
        shell.stdout,
        `${JSON.stringify({ id: desk.id, draft, state: 'posted', url })}\n`,
      );
    else shell.stderr.write('Marked as posted.\n');
    return exitCodes.done;
  });
};

type CopiedOptions = Globals & { readonly json?: true };

/** `listen copied ID`: prints the approved text for a person to carry over, and keeps that it left the house. */
export const copied = async (
  typed: string,
  options: CopiedOptions,
  shell: Shell,
): Promise<ExitCode> => {
  return atDesk(typed, options, shell, async ({ desk, standing }) => {
    const permission = mayLeave(standing);
    if (!permission.ok) throw new UserError(permission.why, exitCodes.failed);
    const { draft, text } = permission.version;
    await desk.record({ step: 'copy', draft });
    const line = { id: desk.id, draft, state: 'copied', text };
    await print(shell.stdout, options.json ? `${JSON.stringify(line)}\n` : `${text}\n`);
    return exitCodes.done;
  });
};

type WithdrawOptions = Globals & { readonly reason?: string; readonly json?: true };

/** `listen withdraw ID`: the text as it stands goes nowhere; says so when it has to be taken down as well. */
export const withdraw = async (
  typed: string,
  options: WithdrawOptions,
  shell: Shell,
): Promise<ExitCode> => {
  return atDesk(typed, options, shell, async ({ desk, standing }) => {
    const permission = mayWithdraw(standing);
    if (!permission.ok) throw new UserError(permission.why, exitCodes.failed);
    const { draft } = permission.version;
    const reason = options.reason ? { reason: options.reason } : {};
    await desk.record({ step: 'withdraw', draft, ...reason });
    if (standing.state === 'posted')
      shell.stderr.write(`It was posted: take it down at ${standing.url} too.\n`);
    if (options.json)
      await print(
        shell.stdout,
        `${JSON.stringify({ id: desk.id, draft, state: 'withdrawn', ...reason })}\n`,
      );
    else shell.stderr.write('Withdrawn.\n');
    return exitCodes.done;
  });
};

import tab from '@bomb.sh/tab/commander';
import { Command } from 'commander';
import { exitCodes } from '../core/user-error.ts';
import { bashCompletion } from './bash-completion.ts';
import { print } from './print.ts';
import { declareAll } from './program.ts';
import type { Shell } from './shell.ts';

/**
 * `listen completion SHELL` prints a script; the script calls `listen complete -- WORDS` for the candidates. Both come
 * from the commands themselves, so they cannot go stale.
 */
export const completion = async (argv: readonly string[], shell: Shell): Promise<number> => {
  if (argv.join(' ') === 'completion bash') {
    await print(shell.stdout, bashCompletion);
    return exitCodes.done;
  }
  const listen = new Command('listen');
  declareAll(listen, shell, () => undefined);
  tab(listen, { completionCommandName: 'completion' });
  await listen.parseAsync(argv, { from: 'user' });
  return exitCodes.done;
};

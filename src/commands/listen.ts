import { CommanderError } from 'commander';
import { exitCodes, UserError } from '../core/user-error.ts';
import { program } from './program.ts';
import type { Shell } from './shell.ts';

/** Runs one command line and returns its exit code; the only place where failures become sentences. */
export const listen = async (argv: readonly string[], shell: Shell): Promise<number> => {
  let exitCode: number = exitCodes.done;
  try {
    await program(shell, code => (exitCode = code)).parseAsync(argv, { from: 'user' });
  } catch (error) {
    exitCode = explain(error, shell);
  }
  const { reason } = shell.signal;
  return shell.signal.aborted ? (signalCodes[String(reason)] ?? exitCode) : exitCode;
};

/** 128 and the signal's number, as shells expect. */
export const signalCodes: Readonly<Record<string, number>> = {
  SIGINT: 130,
  SIGTERM: 143,
  SIGHUP: 129,
};

const explain = (error: unknown, { stderr, env }: Shell): number => {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof UserError) {
    stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  if (error instanceof Error && error.name === 'StoreError') {
    stderr.write(`${error.message}\n`);
    return exitCodes.failed;
  }
  const detail = error instanceof Error ? error : new Error(String(error));
  stderr.write(`listen failed: ${detail.message}\n`);
  stderr.write(
    env['LISTEN_DEBUG'] ? `${detail.stack}\n` : 'Set LISTEN_DEBUG=1 and try again to see where.\n',
  );
  return exitCodes.failed;
};

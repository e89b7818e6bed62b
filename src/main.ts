import { listen, signalCodes } from './commands/listen.ts';
import type { Shell } from './commands/shell.ts';
import { exitCodes } from './core/user-error.ts';

const stop = new AbortController();
for (const [signal, exitCode] of Object.entries(signalCodes))
  // It stays, unlike with `once`: signal-exit, which Ink uses, kills the process at a signal that has no listener left,
  // and then there is no exit code. Whoever asks a second time does not want to wait.
  process.on(signal, () => {
    if (stop.signal.aborted) process.exit(exitCode);
    stop.abort(signal);
  });

// A reader that goes away (`listen list | head`) is no failure; a full disk is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.done);
  process.stderr.write(`What was asked for cannot be written out (${error.code}).\n`);
  process.exit(exitCodes.failed);
});
// Talk that nobody can hear, since its log is full or closed, stops no scan.
process.stderr.on('error', () => undefined);

const shell: Shell = {
  // An empty variable counts as one that is not set: `LISTEN_STORE= listen` means no folder.
  env: Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== '')),
  cwd: process.cwd(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
  root: new URL('..', import.meta.url),
  signal: stop.signal,
};

process.exitCode = await listen(process.argv.slice(2), shell);

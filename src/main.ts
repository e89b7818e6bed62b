import { listen } from './commands/listen.ts';
import type { Shell } from './commands/shell.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => stop.abort(signal));

// A reader that goes away (`listen list | head`) is no failure.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0);
  throw error;
});

const shell: Shell = {
  env: process.env,
  cwd: process.cwd(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
  root: new URL('..', import.meta.url),
  signal: stop.signal,
};

process.exitCode = await listen(process.argv.slice(2), shell);

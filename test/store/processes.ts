import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';

/** Bundles `child.ts` into a directory, so that children start fast; gives the way to start one. */
export const childrenIn = async (directory: string) => {
  const program = join(directory, 'child.mjs');
  await build({
    entryPoints: [new URL('child.ts', import.meta.url).pathname],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  return (...task: readonly string[]): Child => start(program, task);
};

/** A running process and what it has said so far. */
export type Child = {
  readonly said: readonly string[];
  /** Resolves once it has said so many things, or ended. */
  readonly hasSaid: (count: number) => Promise<void>;
  readonly kill: () => void;
  /** Resolves when it has ended and all that it said was read. */
  readonly ended: Promise<void>;
};

const start = (program: string, task: readonly string[]): Child => {
  const process_ = spawn(process.execPath, [program, ...task], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  const lines = createInterface(process_.stdout);
  lines.on('line', line => said.push(line));
  const ended = Promise.all([once(process_, 'exit'), once(lines, 'close')]).then(() => undefined);
  const kill = () => process_.kill('SIGKILL');
  onTestFinished(async () => {
    kill();
    await ended;
  });
  return {
    said,
    hasSaid: async count => {
      while (said.length < count && process_.exitCode === null && process_.signalCode === null)
        await Promise.race([once(lines, 'line'), ended]);
    },
    kill,
    ended,
  };
};

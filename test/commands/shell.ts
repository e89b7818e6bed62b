import { PassThrough, Readable } from 'node:stream';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen } from '../../src/commands/listen.ts';
import type { Shell } from '../../src/commands/shell.ts';
import { root } from '../root.ts';

type Differs = {
  readonly stdin?: string;
  readonly env?: Shell['env'];
  readonly now?: Date;
  readonly cwd?: string;
  readonly signal?: AbortSignal;
};

/** A shell in an empty folder that keeps what is printed. */
export const aShell = ({ stdin = '', env = {}, now, cwd, signal }: Differs = {}) => {
  const folder = cwd ?? mkdtempSync(join(tmpdir(), 'listen-'));
  const out: string[] = [];
  const err: string[] = [];
  const keep = (lines: string[]) =>
    new PassThrough().on('data', chunk => void lines.push(String(chunk)));
  const shell: Shell = {
    env: { HOME: folder, LISTEN_USER: 'ana', LISTEN_DEBUG: '1', ...env },
    cwd: folder,
    stdin: Readable.from([stdin]),
    stdout: keep(out),
    stderr: keep(err),
    now: () => now ?? new Date('2026-11-20T14:05:00Z'),
    root,
    signal: signal ?? new AbortController().signal,
  };
  return { shell, folder, out: () => out.join(''), err: () => err.join('') };
};

/** Runs one command line in a folder and says what it printed and how it ended. */
export const run = async (argv: readonly string[], differs: Differs = {}) => {
  const { shell, out, err } = aShell(differs);
  const exitCode = await listen(argv, shell);
  return { exitCode, out: out(), err: err() };
};

import { spawnSync } from 'node:child_process';
import type { StdioOptions } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
let program: string;

beforeAll(async () => {
  const directory = mkdtempSync(join(tmpdir(), 'listen-program-'));
  program = join(directory, 'main.mjs');
  const require =
    "import { createRequire } from 'node:module'; const require = createRequire('/');";
  await build({
    entryPoints: [main],
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    logLevel: 'warning',
    define: { LISTEN_VERSION: '"0.0.0-test"' },
    banner: { js: require },
    external: ['react-devtools-core'],
  });
});

/** Runs the program as a process of its own, at home in an empty folder. */
const start = (command: string, env: NodeJS.ProcessEnv, stdio: StdioOptions = 'pipe') => {
  const folder = mkdtempSync(join(tmpdir(), 'listen-'));
  const { status, stderr } = spawnSync(process.execPath, [program, command], {
    cwd: folder,
    env: { ...process.env, HOME: folder, ...env },
    stdio,
    encoding: 'utf8',
  });
  return { folder, status, stderr };
};

/** Does so with a file that takes no writing, as on a full disk. */
const startWithBroken = (output: 'stdout' | 'stderr', command: string) => {
  const broken = openSync(main, 'r');
  const stdio: StdioOptions =
    output === 'stdout' ? ['ignore', broken, 'pipe'] : ['ignore', 'pipe', broken];
  const ended = start(command, {}, stdio);
  closeSync(broken);
  return ended;
};

it('says in one sentence that what was asked for cannot be written out', () => {
  const { status, stderr } = startWithBroken('stdout', '--help');
  expect(status).toBe(1);
  expect(stderr).toBe('What was asked for cannot be written out (EBADF).\n');
});

it('does its work though nobody can hear what it says about it', () => {
  expect(startWithBroken('stderr', 'list').status).toBe(0);
});

it('takes an empty variable for one that is not set', () => {
  const { folder, status, stderr } = start('list', { LISTEN_STORE: '', LISTEN_CONFIG: '' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '0 mentions\n' });
  expect(existsSync(join(folder, '.local', 'share', 'listen'))).toBe(true);
});

import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** Runs the program as a process of its own, with one of its outputs on a file that takes no writing, as a full disk does. */
const runWithBroken = (output: 'stdout' | 'stderr', ...argv: readonly string[]) => {
  const home = mkdtempSync(join(tmpdir(), 'listen-'));
  const broken = openSync(main, 'r');
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', main, ...argv], {
    stdio: output === 'stdout' ? ['ignore', broken, 'pipe'] : ['ignore', 'pipe', broken],
    env: { ...process.env, HOME: home, LISTEN_STORE: join(home, 'store') },
    encoding: 'utf8',
  });
  closeSync(broken);
  return { status, stderr };
};

it('says in one sentence that what was asked for cannot be written out', () => {
  const { status, stderr } = runWithBroken('stdout', '--help');
  expect(status).toBe(1);
  expect(stderr).toBe('What was asked for cannot be written out (EBADF).\n');
});

it('does its work though nobody can hear what it says about it', () => {
  expect(runWithBroken('stderr', 'list').status).toBe(0);
});

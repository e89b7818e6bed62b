import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeDirectory } from '../../src/store/disk.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'listen-disk-'));

it('makes a directory with its parents, for its owner only, and is content when it is there', async () => {
  const deep = join(folder(), 'a', 'b', 'c');
  await makeDirectory(deep);
  await makeDirectory(deep);
  expect(statSync(deep).mode & 0o777).toBe(0o700);
});

it('gives up where a file is in the way, or where nothing may be made', async () => {
  const file = join(folder(), 'file');
  writeFileSync(file, '');
  await expect(makeDirectory(file)).rejects.toThrow('EEXIST');
  await expect(makeDirectory(join(file, 'below'))).rejects.toThrow('ENOTDIR');
  if (process.platform === 'linux')
    await expect(makeDirectory('/proc/no-such-folder')).rejects.toThrow('ENOENT');
});

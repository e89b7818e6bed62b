import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeAtomically } from '../src/atomic-file.ts';

const aFolder = () => mkdtempSync(join(tmpdir(), 'listen-'));

it('leaves the old file, and nothing beside it, when what is to be written breaks off', async () => {
  const folder = aFolder();
  const file = join(folder, 'flagged.csv');
  writeFileSync(file, 'old');
  const breaksOff = async function* () {
    yield 'half of the new';
    throw new Error('the store went away');
  };
  await expect(writeAtomically(file, breaksOff())).rejects.toThrow('went away');
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['flagged.csv']);
});

it('keeps a link, and writes where it leads', async () => {
  const folder = aFolder();
  const link = join(folder, 'today.csv');
  writeFileSync(join(folder, 'shared.csv'), 'old');
  symlinkSync('shared.csv', link);
  await writeAtomically(link, ['new']);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'shared.csv'), 'utf8')).toBe('new');
});

it('writes into a named pipe instead of putting a file in its place', async () => {
  const pipe = join(aFolder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  const read = readFile(pipe, 'utf8');
  await writeAtomically(pipe, ['one ', 'two']);
  expect(await read).toBe('one two');
  expect(lstatSync(pipe).isFIFO()).toBe(true);
});

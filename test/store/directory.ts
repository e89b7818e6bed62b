import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach } from 'vitest';
import { silent } from '../../src/log.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import type { Sizes } from '../../src/store/sizes.ts';
import type { Store } from '../../src/store/store.ts';

const made: string[] = [];
const opened: Store[] = [];

/** A new directory that is gone after the test. */
export const aDirectory = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'listen-store-'));
  made.push(directory);
  return directory;
};

const lasting: string[] = [];

/** A new directory that is gone after the file of tests. */
export const aLastingDirectory = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'listen-store-'));
  lasting.push(directory);
  return directory;
};

/** So small that a handful of mentions and acts makes every kind of file. */
export const smallSizes: Sizes = { segment: 8, log: 100_000, acts: 10 };

/** Opens the store in a directory, at five past two; it is closed after the test. */
export const openAt = async (directory: string): Promise<Store> => {
  const outside = { now: () => new Date('2026-11-20T14:05:00Z'), log: silent };
  const store = await openLowdbStore(directory, outside, smallSizes);
  opened.push(store);
  return store;
};

afterEach(async () => {
  await Promise.all(opened.splice(0).map(store => store.close()));
  await Promise.all(made.splice(0).map(path => rm(path, { recursive: true, force: true })));
});

afterAll(async () => {
  await Promise.all(lasting.splice(0).map(path => rm(path, { recursive: true, force: true })));
});

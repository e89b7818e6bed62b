import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { silent } from '../../src/log.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';

const made: string[] = [];
const opened: Store[] = [];

/** A new directory that is gone after the test. */
export const aDirectory = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'listen-store-'));
  made.push(directory);
  return directory;
};

/** Opens the store in a directory, at five past two; it is closed after the test. */
export const openAt = async (directory: string): Promise<Store> => {
  const store = await openStore(directory, {
    now: () => new Date('2026-11-20T14:05:00Z'),
    log: silent,
  });
  opened.push(store);
  return store;
};

afterEach(async () => {
  await Promise.all(opened.splice(0).map(store => store.close()));
  await Promise.all(made.splice(0).map(path => rm(path, { recursive: true, force: true })));
});

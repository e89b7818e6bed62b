import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { silent } from '../../src/log.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import type { Sizes } from '../../src/store/sizes.ts';
import type { Store } from '../../src/store/store.ts';

/** A new directory that is gone after the test. */
export const aDirectory = async (): Promise<string> => {
  const directory = await aLastingDirectory();
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
};

/** A new directory that is gone after the run. */
export const aLastingDirectory = (): Promise<string> => mkdtemp(join(tmpdir(), 'listen-store-'));

/** So small that a handful of mentions and acts makes every kind of file. */
export const smallSizes: Sizes = { segment: 8, log: 100_000, acts: 10 };

/** Opens the store in a directory, at five past two; the caller closes it. */
export const storeAt = (directory: string): Promise<Store> => {
  const outside = { now: () => new Date('2026-11-20T14:05:00Z'), log: silent };
  return openLowdbStore(directory, outside, smallSizes);
};

/** The same, closed after the test. */
export const openAt = async (directory: string): Promise<Store> => {
  const store = await storeAt(directory);
  onTestFinished(() => store.close());
  return store;
};

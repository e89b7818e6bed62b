import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from '../error-code.ts';
import { isAlive, ownerSchema, thisProcess } from './process-identity.ts';
import type { Owner } from './process-identity.ts';
import { StoreError } from './store.ts';
import { turns } from './turns.ts';

/** How long a write may wait for another process, in milliseconds; writes take some 10 ms, tidying up to a second. */
const patience = 15_000;

/** Runs one thing at a time among all processes that use this lock file. */
export type Exclusively = <T>(act: () => Promise<T>) => Promise<T>;

/** A lock file that is held only while something is written. */
export const exclusively = (path: string, now: () => Date): Exclusively => {
  const ours = turns();
  const locked = async <T>(act: () => Promise<T>): Promise<T> => {
    const mine = thisProcess('listen', now());
    const other = await waitFor(path, mine, patience);
    if (other)
      throw new StoreError(
        `The store has been busy for ${patience / 1000} seconds with process ${other.pid} on ${other.host}; try again, or end that process.`,
      );
    try {
      return await act();
    } finally {
      release(path, mine);
    }
  };
  return act => ours.take(() => locked(act));
};

/** Takes a lock, waiting up to `ms`; gives the owner when it is still taken. */
export const waitFor = async (
  path: string,
  mine: Owner,
  ms: number,
): Promise<Owner | undefined> => {
  const until = performance.now() + ms;
  for (let wait = 1; ; wait = Math.min(wait * 1.5, 25)) {
    const other = take(path, mine);
    if (!other || performance.now() >= until) return other;
    await pause(Math.min(wait * (0.5 + Math.random()), Math.max(0, until - performance.now())));
  }
};

/**
 * Takes a lock file, or gives its living owner. A lock appears whole by link(2). The lock of a dead process T is
 * replaced only by whoever linked `….after-T` first and then still found T in it; if that heir dies too, its own heir
 * is chosen in the same way. So of any number of takers one succeeds, and nobody removes a lock that was just taken.
 */
export const take = (path: string, mine: Owner): Owner | undefined => {
  const written = `${path}.${mine.token}`;
  writeFileSync(written, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (;;) {
      if (linked(written, path)) return undefined;
      const outcome = succeed(path, written, [path]);
      if (outcome !== 'again') return outcome === 'taken' ? undefined : outcome;
    }
  } finally {
    rmSync(written, { force: true });
  }
};

/** Gives a lock back, unless it is no longer ours. */
export const release = (path: string, mine: Owner): void => {
  if (ownerOf(path)?.token === mine.token) rmSync(path, { force: true });
};

/** `chain` holds the lock and the heirs that died before they could take it. */
const succeed = (
  path: string,
  written: string,
  chain: readonly string[],
): Owner | 'taken' | 'again' => {
  const owners = chain.map(ownerOf);
  const last = owners.at(-1);
  if (!last) return 'again';
  if (lives(chain.at(-1) ?? path, last)) return last;
  const heir = `${path}.after-${last.token}`;
  if (!linked(written, heir)) return succeed(path, written, [...chain, heir]);
  const stillDead = chain.every((link, index) => ownerOf(link)?.token === owners[index]?.token);
  if (stillDead) renameSync(written, path);
  for (const link of stillDead ? [...chain.slice(1), heir] : [heir]) rmSync(link, { force: true });
  return stillDead ? 'taken' : 'again';
};

const lives = (path: string, owner: Owner): boolean => {
  const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return touched !== undefined && isAlive(owner, touched, Date.now());
};

const linked = (from: string, to: string): boolean => {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (codeOf(error) === 'EPERM' || codeOf(error) === 'ENOTSUP')
      throw new StoreError(
        `This disk cannot lock files (no hard links); put the store elsewhere.`,
        {
          cause: error,
        },
      );
    throw error;
  }
};

/** A lock that cannot be read was cut short by a loss of power: its process is gone. */
const unreadable: Owner = { token: 'unreadable', pid: 0, host: '', holder: '', since: '' };

const ownerOf = (path: string): Owner | undefined => {
  try {
    const owner = ownerSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return owner.success ? owner.data : unreadable;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) return unreadable;
    throw error;
  }
};

import { rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Log } from '../log.ts';
import { codeOf } from '../error-code.ts';
import { makeDirectory, readIfThere, replaceFile } from './disk.ts';
import type { Damage } from './store.ts';

/** Collects what was found damaged, and puts damaged files where a person can look at them. */
export type DamageReport = {
  readonly found: readonly Damage[];
  readonly add: (what: string, remedy: string) => void;
  /** Moves a damaged file away; says where it is now, from the store's directory. */
  readonly setAside: (path: string) => Promise<string>;
  /** The same, but leaves the file where it is. */
  readonly keepCopy: (path: string) => Promise<string>;
};

/** Damaged files go to `damaged/` in the store's directory, stamped with the moment. */
export const damageReport = (directory: string, now: () => Date, log: Log): DamageReport => {
  const found: Damage[] = [];
  const place = async (path: string) => {
    const folder = join(directory, 'damaged');
    await makeDirectory(folder);
    const stamp = now().toISOString().replace(/[:.]/g, '-');
    return join(folder, `${stamp}-${found.length}-${basename(path)}`);
  };
  const shown = (path: string) => `damaged/${basename(path)}`;
  return {
    found,
    add: (what, remedy) => {
      if (found.some(damage => damage.what === what)) return;
      found.push({ what, remedy });
      log('warn', 'store.damaged', { what, remedy });
    },
    setAside: async path => {
      const to = await place(path);
      await rename(path, to).catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw error;
      });
      return shown(to);
    },
    keepCopy: async path => {
      const to = await place(path);
      await replaceFile(to, (await readIfThere(path)) ?? '');
      return shown(to);
    },
  };
};

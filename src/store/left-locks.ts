import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../error-code.ts';
import { isAlive, ownerSchema } from './process-identity.ts';

/** A lock file of a process that is gone; `by` is empty when the file does not say whose it was. */
export type LeftLock = { readonly name: string; readonly by: string };

/** The locks in the directory of a store that dead processes left; whoever needs one next takes it over. */
export const leftLocks = async (directory: string, now: Date): Promise<readonly LeftLock[]> => {
  const folder = join(directory, 'locks');
  const left: LeftLock[] = [];
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const found = await ownerAt(path);
    if (found === 'gone') continue;
    const { owner, touched } = found;
    if (!owner) left.push({ name, by: '' });
    else if (!isAlive(owner, touched, now.getTime()))
      left.push({ name, by: `${owner.holder}, process ${owner.pid} on ${owner.host}` });
  }
  return left;
};

/** A lock may be given back while we look. */
const ownerAt = async (path: string) => {
  try {
    const touched = (await stat(path)).mtimeMs;
    return { owner: ownerOn(await readFile(path, 'utf8')), touched };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'gone';
    throw error;
  }
};

const ownerOn = (text: string) => {
  try {
    return ownerSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
};

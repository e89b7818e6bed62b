import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { codeOf } from '../error-code.ts';
import { StoreError } from './store.ts';

const ownerOnly = 0o600;

/** Makes a directory and its parents, for its owner only. */
export const makeDirectory = async (path: string): Promise<void> => {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    // Node's own recursive mkdir never ends where a directory refuses children with ENOENT, as /proc does.
    await makeDirectory(dirname(path));
    await mkdir(path, { mode: 0o700 });
  }
};

/** Writes a file so that at any instant either the old or the new content is there, also after a loss of power. */
export const replaceFile = async (path: string, content: string | Uint8Array): Promise<void> => {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx', ownerOnly);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncDirectory(dirname(path));
};

/** Adds to the end of files, one after the other, and waits until it is on disk in all of them. */
export const appendDurably = async (
  paths: readonly string[],
  content: Uint8Array,
): Promise<void> => {
  const files: FileHandle[] = [];
  try {
    for (const path of paths) {
      const file = await open(path, 'a', ownerOnly);
      files.push(file);
      await file.appendFile(content);
    }
    await Promise.all(files.map(file => file.datasync()));
  } finally {
    await Promise.all(files.map(file => file.close()));
  }
};

/** Cuts a file to its first bytes, durably. */
export const cutFile = async (path: string, bytes: number): Promise<void> => {
  const file = await open(path, 'r+');
  try {
    await file.truncate(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Makes renames, new files and removals in a directory durable. */
export const syncDirectory = async (path: string): Promise<void> => {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
};

/** The content of a file; undefined when there is none. */
export const readIfThere = async (path: string): Promise<Buffer | undefined> => {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/** The size in bytes, and a stamp that differs once the file has been replaced; undefined when there is none. */
export const look = (path: string): { size: number; stamp: string } | undefined => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && { size: found.size, stamp: `${found.ino} ${found.size} ${found.mtimeMs}` };
};

/** Bytes `from` up to `to` of a file; fewer when it is shorter or missing. */
export const readSlice = (path: string, from: number, to: number): Buffer => {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
  try {
    const bytes = Buffer.allocUnsafe(Math.max(0, to - from));
    let got = 0;
    for (let more = -1; got < bytes.length && more !== 0; got += more)
      more = readSync(file, bytes, got, bytes.length - got, from + got);
    return bytes.subarray(0, got);
  } finally {
    closeSync(file);
  }
};

/** Runs what touches the disk; what the disk refuses becomes one sentence for a person. */
export const explained = async <T>(directory: string, act: () => Promise<T>): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    const why = reason(codeOf(error), directory);
    if (why === undefined || error instanceof StoreError) throw error;
    throw new StoreError(why, { cause: error });
  }
};

/** What an error code of the file system means for the user of a store; undefined for what is no fault of the disk. */
export const reason = (code: string | undefined, directory: string): string | undefined => {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return `The disk is full: make room for ${directory} and try again. The last change was not kept; all before it was.`;
    case 'EACCES':
    case 'EPERM':
      return `You may not write to the store at ${directory}; change its permissions, or name another with --store.`;
    case 'EROFS':
      return `The store at ${directory} is on a read-only disk; name another with --store.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${directory} is not a directory; name a directory with --store.`;
    case 'EISDIR':
      return `A folder stands in ${directory} where a file should be; move it away, and "listen verify" restores the file.`;
    case 'ENOENT':
      return `${directory} is not there and cannot be made; name another place with --store.`;
    case 'EIO':
      return `The disk under ${directory} reported a fault; check it before you go on. The last change may not be kept.`;
    case 'EMFILE':
    case 'ENFILE':
      return `Too many files are open to read ${basename(directory)}; close other programs and try again.`;
    default:
      return undefined;
  }
};

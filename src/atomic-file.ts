import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

type Chunks = Iterable<string> | AsyncIterable<string>;

/**
 * Writes a file whole or not at all: a temporary neighbour, flushed to disk, then renamed over the old one. A link stays
 * a link, and what is no plain file (`/dev/stdout`, a named pipe) is written to as it stands: a rename would replace it.
 */
export const writeAtomically = async (
  file: string,
  chunks: Chunks,
  mode = 0o600,
): Promise<void> => {
  const there = await stat(file).catch(() => undefined);
  if (there !== undefined && !there.isFile()) return pour(await open(file, 'w'), chunks);
  const target = there === undefined ? file : await realpath(file);
  const temporary = join(dirname(target), `.${randomUUID()}.tmp`);
  const handle = await open(temporary, 'wx', mode);
  try {
    await pour(handle, chunks, () => handle.sync());
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
};

/** Closes the file in any case. */
const pour = async (
  handle: FileHandle,
  chunks: Chunks,
  finish?: () => Promise<void>,
): Promise<void> => {
  try {
    // Unlike `write`, `appendFile` goes on where the system took only a part.
    for await (const chunk of chunks) await handle.appendFile(chunk);
    await finish?.();
  } finally {
    await handle.close();
  }
};

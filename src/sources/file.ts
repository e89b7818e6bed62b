import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { codeOf } from '../error-code.ts';

export type FileRead =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly why: string };

/** Reads a `file:` URL of at most `maxBytes`; only a regular file, so that no pipe or device can keep us waiting. */
export const readFileUrl = async (
  url: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<FileRead> => {
  const path = filePath(url);
  if (path === undefined) return failed(`${url} does not name a file of this machine`);
  try {
    const about = await stat(path);
    if (!about.isFile()) return failed(`${path} is not a file`);
    if (about.size > maxBytes)
      return failed(`${path} is larger than network.max_bytes (${maxBytes} bytes)`);
    return { kind: 'bytes', bytes: new Uint8Array(await readFile(path, { signal })) };
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return failed(`${path} ${complaints[code] ?? `cannot be read (${code})`}`);
  }
};

const complaints: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read by this user',
};

/** The path that a `file:` URL names on this machine; undefined when it names none. */
export const filePath = (url: string): string | undefined => {
  try {
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
};

const failed = (why: string): FileRead => ({ kind: 'failed', why });

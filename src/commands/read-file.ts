import { readFile } from 'node:fs/promises';
import { UserError } from '../core/user-error.ts';
import { codeOf } from '../error-code.ts';

/** The bytes of a file that somebody named; a `UserError` that begins with `what`, as in "Your policy rules.toml", when there are none to be had. */
export const readGiven = async (path: string, what: string): Promise<Buffer> =>
  readFile(path).catch((error: unknown) => {
    const code = codeOf(error) ?? String(error);
    throw new UserError(`${what} ${complaints[code] ?? `cannot be read (${code})`}.`);
  });

const complaints: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EISDIR: 'is a folder',
  EACCES: 'may not be read by you',
};

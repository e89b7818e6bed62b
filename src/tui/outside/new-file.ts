import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { codeOf } from '../../error-code.ts';

/** Writes `name.md`, or `name-2.md` and so on where there is one already, readable by its owner alone; gives its path. */
export const writeNewFile = async (name: string, text: string): Promise<string> => {
  for (let nth = 1; ; nth++) {
    const file = resolve(`${name}${nth === 1 ? '' : `-${nth}`}.md`);
    try {
      await writeFile(file, text, { mode: 0o600, flag: 'wx' });
      return file;
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'EEXIST')
        throw new Error(`${file} cannot be written (${String(code)}).`, { cause: error });
    }
  }
};

import { createInterface } from 'node:readline';
import { UserError } from '../core/user-error.ts';
import type { Shell } from './shell.ts';

/** Whether the user says yes to what cannot be undone: in full on a terminal, or with `--yes` from a script. */
export const confirmed = async (
  question: string,
  { yes }: { readonly yes?: true },
  { stdin, stderr, signal }: Shell,
): Promise<boolean> => {
  if (yes) return true;
  if (!stdin.isTTY)
    throw new UserError(`${question} Say --yes if you mean it; nothing was changed.`);
  stderr.write(`${question} Type yes to go on: `);
  // Iterating rather than asking: when the input ends without an answer, that is a no.
  for await (const line of createInterface({ input: stdin, signal })) {
    if (/^\s*yes\s*$/i.test(line)) return true;
    break;
  }
  stderr.write('Nothing was changed.\n');
  return false;
};

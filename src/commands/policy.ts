import { readdir, readFile } from 'node:fs/promises';
import { readPolicy } from '../reply/parse-policy.ts';
import type { Policy } from '../reply/policy.ts';

/** Reads the shipped policy from `data/policy` under the root: word lists, frames, then rules by name. */
export const shippedPolicy = async (root: URL): Promise<Policy> => {
  const folder = new URL('data/policy/', root);
  const rules = (await readdir(new URL('rules/', folder))).filter(name => name.endsWith('.toml'));
  const names = ['words.toml', 'frames.toml', ...rules.toSorted().map(name => `rules/${name}`)];
  return readPolicy(
    await Promise.all(
      names.map(async name => ({ name, text: await readFile(new URL(name, folder), 'utf8') })),
    ),
  );
};

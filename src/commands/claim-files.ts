import { readdir, readFile } from 'node:fs/promises';
import type { Claim, Concepts } from '../classify/claims/claim.ts';
import { createClaimLibrary } from '../classify/claims/library.ts';
import type { ClaimLibrary } from '../classify/claims/library.ts';
import { parseClaims } from '../classify/claims/parse-claims.ts';
import { UserError } from '../core/user-error.ts';
import { readGiven } from './read-file.ts';
import { oncePerRoot } from './once.ts';

/** The shipped claims as they lie in `data/claims`, with a text that changes whenever they do. */
export type ShippedClaims = {
  readonly claims: readonly Claim[];
  readonly concepts: Concepts;
  readonly written: string;
};

/** Reads the shipped claims and the words that mean the same. */
export const readShippedClaims = oncePerRoot(async (root): Promise<ShippedClaims> => {
  const folder = new URL('data/claims/', root);
  const names = (await readdir(folder)).filter(name => name.endsWith('.jsonl')).toSorted();
  const read = (name: string) => readFile(new URL(name, folder), 'utf8');
  const [concepts, ...files] = await Promise.all(['concepts.json', ...names].map(read));
  return {
    claims: files.flatMap(file => parseClaims(file).claims),
    concepts: JSON.parse(concepts ?? '{}') as Concepts,
    written: [concepts, ...files].join('\n'),
  };
});

const shippedLibrary = oncePerRoot(async (root): Promise<ClaimLibrary> => {
  const { claims, concepts } = await readShippedClaims(root);
  return createClaimLibrary(claims, concepts);
});

/** Reads a user's own list; a `UserError` when it cannot be read or holds no claim, a warning for each bad line. */
export const readClaimFile = async (
  file: string,
  warn: (problem: string) => void,
): Promise<readonly Claim[]> => {
  const text = String(await readGiven(file, `The claims file ${file}`));
  const { claims, problems } = parseClaims(text);
  for (const problem of problems) warn(`${file}: ${problem}`);
  if (claims.length === 0 && problems.length > 0)
    throw new UserError(`The claims file "${file}" holds no claim that can be read.`);
  return claims;
};

/** The claims of a user's own files, one after the other. */
export const readOwnClaims = async (
  files: readonly string[],
  warn: (problem: string) => void,
): Promise<readonly Claim[]> =>
  (await Promise.all(files.map(file => readClaimFile(file, warn)))).flat();

/** The shipped claims and a user's own, ready to be looked up. */
export const libraryWith = async (root: URL, own: readonly Claim[]): Promise<ClaimLibrary> => {
  if (own.length === 0) return shippedLibrary(root);
  const { claims, concepts } = await readShippedClaims(root);
  return createClaimLibrary([...claims, ...own], concepts);
};

/** The same from the user's files. */
export const readClaimLibrary = async (
  root: URL,
  files: readonly string[],
  warn: (problem: string) => void,
): Promise<ClaimLibrary> => libraryWith(root, await readOwnClaims(files, warn));

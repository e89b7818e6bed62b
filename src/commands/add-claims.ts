import { appendFile, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Claim } from '../classify/claims/claim.ts';
import { parseClaimReview } from '../classify/claims/claim-review.ts';
import { parseClaims } from '../classify/claims/parse-claims.ts';
import { exitCodes, UserError } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import { readGiven } from './read-file.ts';
import type { Shell } from './shell.ts';
import { openWorkspace } from './workspace.ts';
import type { Globals } from './workspace.ts';

type AddOptions = Globals & {
  readonly to?: string;
  readonly says?: readonly string[];
  readonly fact?: string;
  readonly source?: readonly string[];
  readonly topic?: string;
};

/** Adds one claim to the user's own file. */
export const addClaim = async (
  id: string,
  claim: string,
  { says, fact, source, topic, ...options }: AddOptions,
  shell: Shell,
): Promise<ExitCode> => {
  const written = JSON.stringify({ id, claim, says, fact, topic, sources: source });
  const { claims, problems } = parseClaims(written);
  const [problem] = problems;
  if (problem !== undefined) throw new UserError(problem);
  return appendClaims(claims, options, shell);
};

/** Takes the claims of a ClaimReview file into the user's own file; what was left out is told. */
export const importClaims = async (
  file: string,
  options: Globals & { readonly to?: string },
  shell: Shell,
): Promise<ExitCode> => {
  const text = String(await readGiven(resolve(shell.cwd, file), file));
  const { claims, problems } = parseClaimReview(text);
  for (const problem of problems) shell.stderr.write(`left out: ${problem}\n`);
  if (claims.length === 0) throw new UserError(`The file "${file}" holds no claim to import.`);
  return appendClaims(claims, options, shell);
};

/** Writes claims that are not there yet at the end of the user's own file. */
export const appendClaims = async (
  claims: readonly Claim[],
  options: Globals & { readonly to?: string },
  shell: Shell,
): Promise<ExitCode> => {
  const file = ownFile(options, shell);
  const before = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const known = new Set(parseClaims(before).claims.map(claim => claim.id));
  const fresh = claims.filter(claim => !known.has(claim.id));
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  const lines = fresh.map(claim => `${JSON.stringify(claim)}\n`).join('');
  if (fresh.length > 0) await appendFile(file, gap + lines, { mode: 0o600 });
  const kept = claims.length - fresh.length;
  shell.stderr.write(
    `added ${fresh.length} to ${file}${kept > 0 ? `, ${kept} were there already` : ''}\n`,
  );
  return exitCodes.done;
};

/** The file of `--to`, else the first that the configuration names. */
const ownFile = (options: Globals & { readonly to?: string }, shell: Shell): string => {
  if (options.to !== undefined) return resolve(shell.cwd, options.to);
  const [first] = openWorkspace(shell, options).config?.claimFiles ?? [];
  if (first !== undefined) return first;
  throw new UserError(
    'Say where to keep your claims: --to FILE, or "files" under [claims] in listen.toml.',
  );
};

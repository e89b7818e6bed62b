import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import type { Claim } from '../classify/claims/claim.ts';
import { createClaimList } from '../classify/claims/library.ts';
import type { ClaimLibrary } from '../classify/claims/library.ts';
import { matchClaims } from '../classify/claims/match-claims.ts';
import { exitCodes, UserError } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import { readClaimFile, readClaimLibrary } from './claim-files.ts';
import { jsonLines, lineId } from './json-lines.ts';
import { print } from './print.ts';
import type { Shell } from './shell.ts';
import { openWorkspace } from './workspace.ts';
import type { Globals } from './workspace.ts';

type MatchOptions = Globals & { readonly claims?: string; readonly top: number };

const line = z.object({ id: lineId, text: z.string() });

/** Reads JSON lines from standard input and ranks claims for each; a line that cannot be read is told and skipped. */
export const matchLines = async (options: MatchOptions, shell: Shell): Promise<ExitCode> => {
  const library =
    options.claims === undefined
      ? await ownLibrary(options, shell)
      : createClaimList(await readClaimFile(resolve(shell.cwd, options.claims), warnTo(shell)));
  const typed = createInterface({ input: shell.stdin, crlfDelay: Infinity });
  let refused = 0;
  for await (const read of jsonLines(typed, line, shell.stderr)) {
    if (read.kind === 'refused') {
      refused++;
      continue;
    }
    const { id, text } = read.value;
    const matches = matchClaims(text, library, options.top);
    await print(shell.stdout, `${JSON.stringify({ id, matches })}\n`);
  }
  return refused > 0 ? exitCodes.partial : exitCodes.done;
};

/** Lists the claims in use: ours and those of the configured files. */
export const listClaims = async (
  options: Globals & { readonly json?: boolean; readonly topic?: string },
  shell: Shell,
): Promise<ExitCode> => {
  const { claims } = await ownLibrary(options, shell);
  for (const claim of claims) {
    if (options.topic !== undefined && claim.topic !== options.topic) continue;
    await print(
      shell.stdout,
      options.json ? `${JSON.stringify(claim)}\n` : `${claim.id}\t${claim.claim}\n`,
    );
  }
  return exitCodes.done;
};

/** Shows one claim with its fact and sources. */
export const showClaim = async (
  id: string,
  options: Globals & { readonly json?: boolean },
  shell: Shell,
): Promise<ExitCode> => {
  const { byId } = await ownLibrary(options, shell);
  const claim = byId.get(id);
  if (claim === undefined)
    throw new UserError(`There is no claim "${id}". Run "listen claims list" to see them all.`);
  await print(shell.stdout, options.json ? `${JSON.stringify(claim)}\n` : described(claim));
  return exitCodes.done;
};

const described = ({ id, claim, fact, says, sources, topic, date }: Claim): string =>
  [
    id,
    `  fact     ${fact ?? 'none written yet'}`,
    `  claim    ${claim}`,
    ...says.map(wording => `  people   ${wording}`),
    ...sources.map(
      ({ organisation, title, address }) => `  source   ${organisation}: ${title}, ${address}`,
    ),
    ...(topic === undefined ? [] : [`  topic    ${topic}`]),
    ...(date === undefined ? [] : [`  reviewed ${date}`]),
    '',
  ].join('\n');

const ownLibrary = (options: Globals, shell: Shell): Promise<ClaimLibrary> => {
  const { config } = openWorkspace(shell, options);
  return readClaimLibrary(shell.root, config?.claimFiles ?? [], warnTo(shell));
};

const warnTo = (shell: Shell) => (problem: string) => void shell.stderr.write(`${problem}\n`);

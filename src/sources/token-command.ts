import { z } from 'zod';
import { readJson, textField } from '../parse/json.ts';
import { runProgram } from '../run-program.ts';
import { words } from './kind.ts';
import { keyFrom } from './keys.ts';
import type { LookContext, Looked } from './look.ts';

/** A program and its arguments that print an access token; no shell reads them. */
export const tokenCommand = z
  .array(words, { error: 'must be a list: the program, then its arguments' })
  .min(1, 'must name a program');

export type Token = { readonly kind: 'token'; readonly token: string };

/** Longer than any exchange of a refresh token for an access token takes. */
const longestMs = 20_000;

/**
 * A token from the environment, else from the command, which is asked anew for each look, since tokens last an hour.
 * What it prints is a token alone or the JSON of an OAuth answer; nothing of it is kept, logged or told.
 */
export const tokenFrom = async (
  name: string,
  command: readonly string[] | undefined,
  context: LookContext,
): Promise<Token | Looked | undefined> => {
  const inEnvironment = keyFrom(context, name);
  if (inEnvironment !== undefined) return { kind: 'token', token: inEnvironment };
  if (command === undefined) return undefined;
  const { env, signal } = context;
  const ran = await runProgram(command, { env, signal, longestMs });
  if (ran.kind !== 'ran')
    return { kind: 'blocked', why: `its token_command gave no token: ${ran.why}` };
  const printed = ran.output.trim();
  const token = textField(readJson(printed), 'access_token') ?? printed;
  return isToken(token)
    ? { kind: 'token', token }
    : { kind: 'blocked', why: 'its token_command printed something that is no token' };
};

/** RFC 6750: what may stand in a bearer header. */
const isToken = (text: string): boolean => /^[\w.~+/-]{8,4096}=*$/.test(text);

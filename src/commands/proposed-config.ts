import type { Config } from '../config/config.ts';
import { readConfig } from '../config/load.ts';
import { UserError } from '../core/user-error.ts';
import { complaintsAbout } from './check-sources.ts';

/** Reads a configuration that is about to be written; a `UserError` says that it was not, and why. */
export const readProposed = (toml: string, file: string): Config => {
  const config = readable(toml, file);
  const complaints = complaintsAbout(config, toml, file).map(({ sentence }) => sentence);
  if (complaints.length > 0) throw refusal(complaints.join('\n'));
  return config;
};

const readable = (toml: string, file: string): Config => {
  try {
    return readConfig(toml, file);
  } catch (error) {
    throw error instanceof UserError ? refusal(error.message) : error;
  }
};

const refusal = (why: string) =>
  new UserError(`Nothing was written, for this would be wrong:\n${why}`);

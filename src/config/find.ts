import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Surroundings = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
};

/** The configuration file to use: the one named, else `LISTEN_CONFIG`, `./listen.toml`, the XDG folder; undefined when there is none. */
export const findConfig = (named: string | undefined, around: Surroundings): string | undefined => {
  const wanted = named ?? around.env['LISTEN_CONFIG'];
  if (wanted !== undefined) return resolve(around.cwd, wanted);
  return [join(around.cwd, 'listen.toml'), homeConfig(around)].find(file => existsSync(file));
};

/** Where a configuration for this user belongs: the XDG configuration folder. */
export const homeConfig = ({ env, cwd }: Surroundings): string =>
  join(env['XDG_CONFIG_HOME'] ?? join(env['HOME'] ?? cwd, '.config'), 'listen', 'listen.toml');

/** Where mentions are kept when nothing names a place: the XDG data folder. */
export const homeStore = ({ env, cwd }: Surroundings): string =>
  join(env['XDG_DATA_HOME'] ?? join(env['HOME'] ?? cwd, '.local', 'share'), 'listen');

/** Whether a place is a URL rather than a folder; one letter before the colon is a drive. */
export const isUrl = (place: string): boolean => /^[a-z][a-z\d+.-]+:/i.test(place);

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

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
export const homeConfig = (around: Surroundings): string =>
  join(
    xdgFolder('XDG_CONFIG_HOME', around) ?? join(homeOf(around), '.config'),
    'listen',
    'listen.toml',
  );

/** Where mentions are kept when nothing names a place: the XDG data folder. */
export const homeStore = (around: Surroundings): string =>
  join(xdgFolder('XDG_DATA_HOME', around) ?? join(homeOf(around), '.local', 'share'), 'listen');

/** The XDG specification has relative paths ignored. */
const xdgFolder = (variable: string, { env }: Surroundings): string | undefined => {
  const folder = env[variable];
  return folder !== undefined && isAbsolute(folder) ? folder : undefined;
};

/** Without `HOME`, as under systemd, what the system knows of the account; some accounts in containers have no entry. */
const homeOf = ({ env, cwd }: Surroundings): string => {
  const { HOME: home } = env;
  if (home !== undefined) return home;
  try {
    return homedir();
  } catch {
    return cwd;
  }
};

/** Whether a place is a URL rather than a folder; one letter before the colon is a drive. */
export const isUrl = (place: string): boolean => /^[a-z][a-z\d+.-]+:/i.test(place);

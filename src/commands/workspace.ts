import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import { findConfig, homeStore, isUrl } from '../config/find.ts';
import { loadConfig } from '../config/load.ts';
import { businessClock } from '../core/hours.ts';
import { isOverdue } from '../core/service.ts';
import { UserError } from '../core/user-error.ts';
import { faultOf, logTo } from '../log.ts';
import type { Log } from '../log.ts';
import type { Damage, Reader, Store } from '../store/store.ts';
import { terminalLine } from '../text/terminal.ts';
import type { Shell } from './shell.ts';

/** The options that every command takes. */
export type Globals = { readonly config?: string; readonly store?: string };

/** What a command works on: who asks, the configuration if there is one, and where mentions are kept. */
export type Workspace = {
  readonly me: string;
  readonly configFile?: string;
  readonly config?: Config;
  /** A folder or a URL. */
  readonly storePlace: string;
  readonly log: Log;
};

/** Finds and reads the configuration and settles the rest; a `UserError` when it is wrong. */
export const openWorkspace = (shell: Shell, globals: Globals): Workspace => {
  for (const [option, value] of Object.entries({ config: globals.config, store: globals.store }))
    if (value === '') throw new UserError(`--${option} is empty; leave it out, or name a place.`);
  const configFile = findConfig(globals.config, shell);
  const config = configFile === undefined ? undefined : loadConfig(configFile);
  const place = globals.store ?? shell.env['LISTEN_STORE'];
  return {
    me: whoAsks(shell),
    ...(configFile === undefined ? {} : { configFile }),
    ...(config === undefined ? {} : { config }),
    storePlace:
      place === undefined ? (config?.storePath ?? homeStore(shell)) : placeOf(place, shell.cwd),
    log: openLog(shell),
  };
};

/** The configuration, or a sentence that says how to get one. */
export const configOf = ({ config }: Workspace): Config => {
  if (config) return config;
  throw new UserError(
    'There is no configuration yet. Run "listen init" to set up your practice, or "listen demo" to look around.',
  );
};

/** Opens the store for the time of one piece of work, tells what was repaired, and closes it whatever happens. */
export const withStore = async <T>(
  workspace: Workspace,
  shell: Shell,
  work: (store: Store) => Promise<T>,
  tell: (damage: Damage) => void = ({ what, remedy }) =>
    void shell.stderr.write(`${what} ${remedy}\n`),
): Promise<T> => {
  const { openStore } = await import('../store/open.ts');
  const store = await openStore(workspace.storePlace, { now: shell.now, log: workspace.log });
  store.damage.forEach(tell);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};

const placeOf = (place: string, cwd: string) => (isUrl(place) ? place : resolve(cwd, place));

/** The name that decisions carry. */
const whoAsks = ({ env }: Shell): string =>
  terminalLine(env['LISTEN_USER'] ?? env['USER'] ?? env['USERNAME'] ?? accountName());

/** In a container the account may have no name. */
const accountName = (): string => {
  try {
    return userInfo().username;
  } catch {
    return 'somebody';
  }
};

/** Where `LISTEN_LOG_FILE` says, at the level that `LISTEN_LOG` names; silent without a file, or one that can be written. */
const openLog = ({ env, now, stderr }: Shell): Log => {
  const file = env['LISTEN_LOG_FILE'];
  const fault = file === undefined ? undefined : faultOf(file);
  if (fault !== undefined)
    stderr.write(`Nothing is logged: ${file} cannot be written (${fault}).\n`);
  const level = env['LISTEN_LOG'];
  const least = level === 'debug' || level === 'warn' || level === 'error' ? level : 'info';
  return logTo(fault === undefined ? file : undefined, least, now);
};

/** What queries are read against: the moment and who asks. */
export const readerOf = ({ me, config }: Workspace, shell: Shell): Reader => {
  const now = shell.now().getTime();
  if (!config) return { now, me };
  const clock = businessClock(config.office);
  return { now, me, isOverdue: row => isOverdue(row, now, clock) };
};

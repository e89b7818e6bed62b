import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse, TomlError } from 'smol-toml';
import { UserError } from '../core/user-error.ts';
import { codeOf } from '../error-code.ts';
import type { Config } from './config.ts';
import { explainIssue } from './explain.ts';
import { isUrl } from './find.ts';
import { schema } from './schema.ts';
import type { Written } from './schema.ts';

/** Reads and checks a configuration file; a `UserError` says which file, line and key is wrong, and what was meant. */
export const loadConfig = (file: string): Config => readConfig(readToml(file), file);

/** The same for a text that is to become that file. */
export const readConfig = (toml: string, file: string): Config =>
  interpret(check(parseToml(toml, file), toml, file), file);

/** The text of a configuration file, without a byte order mark. */
export const readToml = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const code = codeOf(error);
    throw new UserError(
      code === 'ENOENT'
        ? `There is no configuration at ${file}; run "listen init" to write one.`
        : `The configuration ${file} cannot be read (${String(code)}).`,
    );
  }
};

const parseToml = (toml: string, file: string): unknown => {
  try {
    return parse(toml);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
    throw new UserError(`${file}:${error.line}:${error.column}: this is not TOML: ${reason}.`);
  }
};

const check = (parsed: unknown, toml: string, file: string): Written => {
  const result = schema.safeParse(parsed, { reportInput: true });
  if (!result.success)
    throw new UserError(
      result.error.issues.map(issue => explainIssue(issue, toml, file)).join('\n'),
    );
  return result.data;
};

const interpret = (written: Written, file: string): Config => {
  const folder = dirname(file);
  const { practice, office, reply, store, retention, notify, network, claims, rule, source } =
    written;
  return {
    practice: definedOnly(practice),
    office: {
      hours: office.hours,
      timezone: office.timezone,
      holidays: office.holidays,
      minutesPerWeek: office.minutes_per_week,
    },
    reply: {
      approvers: reply.approvers,
      coolOffMs: reply.cool_off,
      ...(reply.policy === undefined ? {} : { policyFile: resolve(folder, reply.policy) }),
    },
    ...(store.path === undefined ? {} : { storePath: placeOf(store.path, folder) }),
    retention: definedOnly(retention),
    ...(notify.command === undefined ? {} : { notifyCommand: programIn(notify.command, folder) }),
    notifyDesktop: notify.desktop,
    network: {
      allowPrivate: network.allow_private,
      timeoutMs: network.timeout,
      maxBytes: network.max_bytes,
      concurrency: network.concurrency,
      ...(network.pause === undefined ? {} : { pauseMs: network.pause }),
    },
    rules: rule,
    claimFiles: claims.files.map(path => resolve(folder, path)),
    sources: source.map(({ stale_after, url, ...rest }) => ({
      ...definedOnly(rest),
      ...(url === undefined ? {} : { url: addressOf(url, folder) }),
      ...(rest.options === undefined ? {} : { options: optionsIn(rest.options, folder) }),
      staleAfter: stale_after,
    })),
  };
};

/** `./tell.sh` lies beside the configuration; a bare name is looked for where programs are. */
const programIn = ([program = '', ...args]: readonly string[], folder: string) => [
  /^\.\.?[\\/]/.test(program) ? resolve(folder, program) : program,
  ...args,
];

/** A token_command may lie beside the configuration too. */
const optionsIn = (options: Readonly<Record<string, unknown>>, folder: string) => {
  const command = options['token_command'];
  return Array.isArray(command) && command.every(part => typeof part === 'string')
    ? { ...options, token_command: programIn(command, folder) }
    : options;
};

/** A store may be a folder, relative to the configuration, or a URL. */
const placeOf = (path: string, folder: string): string =>
  isUrl(path) ? path : resolve(folder, path);

/** `file:feeds/wall.xml` is relative to the configuration, which a URL alone cannot say. */
const addressOf = (url: string, folder: string): string => {
  if (!/^file:/i.test(url)) return url;
  const path = url.replace(/^file:(?:\/\/(?=\/))?/i, '');
  return pathToFileURL(resolve(folder, decoded(path))).href;
};

/** `%20` is a space, as in any URL; a lone per cent sign is what somebody typed as it stands in the file's name. */
const decoded = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

const definedOnly = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<T>;

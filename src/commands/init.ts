import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { writeAtomically } from '../atomic-file.ts';
import { renderConfig } from '../config/render.ts';
import type { Answers } from '../config/render.ts';
import { exitCodes, UserError } from '../core/user-error.ts';
import { codeOf } from '../error-code.ts';
import { slug } from '../text/slug.ts';
import { readProposed } from './proposed-config.ts';
import { readCatalogues } from './catalogues.ts';
import type { Offered } from './catalogues.ts';
import type { Shell } from './shell.ts';
import type { Globals } from './workspace.ts';

type Options = Globals & {
  readonly yes?: true;
  readonly force?: true;
  readonly name?: string;
  readonly clinician?: readonly string[];
  readonly place?: string;
  readonly phone?: string;
  readonly hours?: string;
  readonly timezone?: string;
  readonly feed?: readonly string[];
};

/** `listen init`: asks in a form, or with `--yes` takes the options, and writes a commented `listen.toml`. */
export const init = async (options: Options, shell: Shell): Promise<number> => {
  const file = resolve(shell.cwd, options.config ?? shell.env['LISTEN_CONFIG'] ?? 'listen.toml');
  if (existsSync(file) && !options.force)
    throw new UserError(`${file} is there already; edit it, or write over it with --force.`);
  const given = answersFrom(options);
  const answers = options.yes ? given : await ask(given, shell);
  if (typeof answers === 'number') {
    shell.stderr.write('Nothing was written.\n');
    return answers;
  }
  const toml = renderConfig(answers);
  readProposed(toml, 'listen.toml');
  await write(file, toml);
  shell.stderr.write(`Wrote ${file}. Next: "listen scan", then "listen".\n`);
  return exitCodes.done;
};

const write = async (file: string, toml: string): Promise<void> => {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeAtomically(file, [toml]);
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new UserError(`${file} cannot be written (${code}).`, exitCodes.failed);
  }
};

const unnamed = 'My practice';

const answersFrom = ({
  name,
  clinician,
  place,
  phone,
  hours,
  timezone,
  feed,
}: Options): Answers => ({
  name: name ?? unnamed,
  ...(clinician ? { clinicians: clinician } : {}),
  ...(place === undefined ? {} : { place }),
  ...(phone === undefined ? {} : { phone }),
  ...(hours === undefined ? {} : { hours }),
  ...(timezone === undefined ? {} : { timezone }),
  ...(feed
    ? {
        sources: feed.map((url, index) => ({
          id: `feed-${index + 1}`,
          url,
          about: 'practice' as const,
        })),
      }
    : {}),
});

/** Asks on the screen, with the answers given so far filled in; an exit code when the form was left. */
const ask = async (given: Answers, shell: Shell): Promise<Answers | number> => {
  if (!shell.stdin.isTTY || !shell.stdout.isTTY)
    throw new UserError(
      'From a script use "listen init --yes" and the options that "listen init --help" lists.',
    );
  const { openSetup } = await import('../tui/setup/open.tsx');
  const known = {
    name: given.name === unnamed ? '' : given.name,
    clinicians: given.clinicians?.join(', ') ?? '',
    place: given.place ?? '',
    phone: given.phone ?? '',
    hours: given.hours ?? 'Mon-Fri 08:00-17:00',
    timezone: given.timezone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
    minutes: '240',
  };
  const outcome = await openSetup(shell, known, await readCatalogues(shell));
  if (outcome.kind === 'left') return outcome.exitCode;
  const { minutes, feeds, ...filled } = outcome.filled;
  return {
    ...filled,
    minutesPerWeek: minutes,
    sources: [...(given.sources ?? []), ...feeds.map(sourceOf)],
  };
};

/** A feed of the catalogues as a source: an id from its title, made unlike the others by its place. */
const sourceOf = ({ title, url }: Offered, index: number) => ({
  id: `${slug(title, 24) || 'feed'}-${index + 1}`,
  name: title,
  url,
  about: 'topic' as const,
});

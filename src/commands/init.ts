import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { writeAtomically } from '../atomic-file.ts';
import { renderConfig } from '../config/render.ts';
import type { Answers } from '../config/render.ts';
import { exitCodes, UserError } from '../core/user-error.ts';
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
  if (answers === undefined) {
    shell.stderr.write('Nothing was written.\n');
    return exitCodes.failed;
  }
  await mkdir(dirname(file), { recursive: true });
  await writeAtomically(file, [renderConfig(answers)]);
  shell.stderr.write(`Wrote ${file}. Next: "listen scan", then "listen".\n`);
  return exitCodes.done;
};

const answersFrom = ({
  name,
  clinician,
  place,
  phone,
  hours,
  timezone,
  feed,
}: Options): Answers => ({
  name: name ?? 'My practice',
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

const ask = async (_: Answers, __: Shell): Promise<Answers | undefined> => {
  throw new UserError(
    'From a script use "listen init --yes" and the options that "listen init --help" lists.',
  );
};

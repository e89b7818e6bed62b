import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { exitCodes, UserError } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import { readJson } from '../parse/json.ts';
import { outcomeOf } from '../reply/policy.ts';
import { screen as screenDraft } from '../reply/screen.ts';
import type { Answered, ScreeningContext } from '../reply/reading.ts';
import { jsonLines, lineId } from './json-lines.ts';
import { policyOf } from './policy.ts';
import { print } from './print.ts';
import { readGiven } from './read-file.ts';
import type { Shell } from './shell.ts';
import { openWorkspace } from './workspace.ts';
import type { Globals } from './workspace.ts';

type Options = Globals & { readonly for?: string };

const answered = z.object({
  text: z.string(),
  title: z.string().nullish(),
  author: z.string().nullish(),
});

const line = z.object({
  id: lineId,
  draft: z.string(),
  mention: z.union([z.string(), answered]).nullish(),
});

/** Screens a draft, or JSON lines of drafts, from standard input; one line of findings for each. */
export const screen = async (options: Options, shell: Shell): Promise<ExitCode> => {
  const workspace = openWorkspace(shell, options);
  const { config } = workspace;
  const policy = await policyOf(workspace, shell);
  const context = { policy, ...(config ? { practice: config.practice } : {}) };
  const mention =
    options.for === undefined ? undefined : await readMention(resolve(shell.cwd, options.for));
  const given = await text(shell.stdin);
  if (given.trim() === '')
    throw new UserError(
      'There is nothing to screen: give a draft, or JSON lines, on standard input.',
    );
  if (!/^\s*\{\s*"/.test(given)) return one(given.trimEnd(), { ...context, ...mention }, shell);
  return many(given.split('\n'), { ...context, ...mention }, shell);
};

const one = async (draft: string, context: ScreeningContext, shell: Shell): Promise<ExitCode> => {
  const outcome = await tell('draft', draft, context, shell);
  return outcome === 'block' ? exitCodes.matched : exitCodes.done;
};

const many = async (
  lines: readonly string[],
  context: ScreeningContext,
  shell: Shell,
): Promise<ExitCode> => {
  let blocked = 0;
  let refused = 0;
  for await (const read of jsonLines(lines, line, shell.stderr)) {
    if (read.kind === 'refused') {
      refused++;
      continue;
    }
    const { id, draft, mention } = read.value;
    const about = mention == null ? {} : { mention: asAnswered(mention) };
    if ((await tell(id, draft, { ...context, ...about }, shell)) === 'block') blocked++;
  }
  if (blocked > 0) return exitCodes.matched;
  return refused > 0 ? exitCodes.partial : exitCodes.done;
};

const tell = async (id: string, draft: string, context: ScreeningContext, shell: Shell) => {
  const findings = screenDraft(draft, context);
  const outcome = outcomeOf(findings);
  await print(shell.stdout, `${JSON.stringify({ id, outcome, findings })}\n`);
  return outcome;
};

/** The mention that `--for` names: a JSON object with its text, or the plain text itself. */
const readMention = async (file: string): Promise<{ readonly mention: Answered }> => {
  const written = String(await readGiven(file, `The file ${file} of --for`));
  const read = answered.safeParse(readJson(written));
  return { mention: asAnswered(read.success ? read.data : written) };
};

const asAnswered = (mention: string | z.infer<typeof answered>): Answered => {
  if (typeof mention === 'string') return { text: mention };
  const { title, author } = mention;
  return {
    text: mention.text,
    ...(title == null ? {} : { title }),
    ...(author == null ? {} : { author }),
  };
};

import { text } from 'node:stream/consumers';
import { corrected } from '../core/correct.ts';
import { exitCodes, UserError } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import { fill, templatesFor } from '../reply/templates.ts';
import type { Desk } from './reply-desk.ts';
import { atDesk } from './reply-desk.ts';
import { shippedTemplates } from './policy.ts';
import { terminalSafe } from '../text/terminal.ts';
import { print } from './print.ts';
import type { Shell } from './shell.ts';
import type { Globals, Workspace } from './workspace.ts';

type Options = Globals & { readonly template?: string; readonly json?: true };

/** `listen draft ID`: writes a draft from a template, or from standard input, screens it and keeps it. */
export const draft = async (typed: string, options: Options, shell: Shell): Promise<ExitCode> => {
  return atDesk(typed, options, shell, async ({ desk, workspace }) => {
    const written = await textFor(desk, options.template, workspace, shell);
    const { findings, screened } = desk.check(written);
    const template = options.template === undefined ? {} : { template: options.template };
    const act = await desk.record({ step: 'draft', text: written, screened, ...template });
    if (options.json) {
      const { outcome } = screened;
      const line = { id: desk.id, draft: act.id, outcome, text: written, findings };
      await print(shell.stdout, `${JSON.stringify(line)}\n`);
    } else {
      await print(shell.stdout, `${written}\n`);
      for (const { severity, rule, message, remedy, start, end } of findings)
        shell.stderr.write(
          `${severity} ${rule}: "${written.slice(start, end)}" ${message}. ${remedy}\n`,
        );
    }
    return screened.outcome === 'block' ? exitCodes.matched : exitCodes.done;
  });
};

const textFor = async (
  { kept, facts }: Desk,
  template: string | undefined,
  { config }: Workspace,
  shell: Shell,
): Promise<string> => {
  if (template === undefined) {
    const written = terminalSafe(await text(shell.stdin)).trim();
    if (written !== '') return written;
    throw new UserError('There is no text: name a template, or give the text on standard input.');
  }
  const templates = await shippedTemplates(shell.root);
  const found = templates.find(({ id }) => id === template);
  if (found?.flags.includes('misinformation'))
    for (const warning of facts.warnings) shell.stderr.write(`${warning}\n`);
  if (found) return fill(found, config?.practice, facts.blanks);
  const verdict = corrected(kept.verdict, kept.triage.corrections);
  const flags = verdict.flags.map(flag => flag.kind);
  const topics = verdict.topics.map(topic => topic.id);
  const fitting = templatesFor(templates, flags, topics).map(({ id }) => id);
  const known = fitting.length > 0 ? fitting : templates.map(({ id }) => id);
  throw new UserError(`There is no template "${template}". Try: ${known.join(', ')}.`);
};

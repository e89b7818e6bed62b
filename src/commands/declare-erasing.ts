import { Option } from 'commander';
import type { Command } from 'commander';
import { buckets } from '../core/verdict.ts';
import { example } from './declare-reading.ts';
import { terminalSafe } from '../text/terminal.ts';
import type { Exit } from './program.ts';
import type { Shell } from './shell.ts';

/** The commands that clear out, by hand or by rule. */
export const declareErasing = (listen: Command, shell: Shell, exit: Exit): void => {
  listen
    .command('purge')
    .description('erase mentions for good; they do not come back with the next scan')
    .argument('[which...]', 'whole ids, or a query')
    .option('--older-than <span>', 'published longer ago than this, as in 180d')
    .addOption(
      new Option('--bucket <bucket>', 'only those that are there').choices(['inbox', ...buckets]),
    )
    .option('--author <name>', 'only those of this author, by the whole name')
    .option('--retention', 'those kept as long as [retention] in the configuration says')
    .option('--reason <text>', 'why, for the audit; say no names', terminalSafe)
    .option('--yes', 'do not ask')
    .option('--dry-run', 'list them, and erase nothing')
    .option('--json', 'print JSON lines')
    .addHelpText(
      'after',
      example(
        'listen purge --bucket ignore --older-than 180d --dry-run',
        `listen purge 'flag:spam before:2026-06-01' --yes`,
        'listen purge --retention    # from cron',
      ),
    )
    .action(async (which: readonly string[], _, command: Command) => {
      const { purge } = await import('./purge.ts');
      exit(await purge(which, command.optsWithGlobals(), shell));
    });

  listen
    .command('rules')
    .description(
      'count what each [[rule]] of the configuration matches in the store, and apply them to it',
    )
    .option('--dry-run', 'only count, as without --apply')
    .option('--apply', 'carry them out, except where a person decided')
    .option('--yes', 'do not ask before dropped mentions are erased')
    .option('--json', 'print JSON lines: each rule, then the sum')
    .addHelpText('after', example('listen rules', 'listen rules --apply'))
    .action(async (_, command: Command) => {
      const { rules } = await import('./rules.ts');
      exit(await rules(command.optsWithGlobals(), shell));
    });

  listen
    .command('privacy')
    .description('show everything that is held of what a person wrote, and erase it')
    .argument('<author>', 'the whole name, as it is shown')
    .option('--erase', 'erase it for good')
    .option('--yes', 'do not ask')
    .option('--json', 'print JSON lines: each mention with its history')
    .addHelpText(
      'after',
      example('listen privacy "Ann B." --json', 'listen privacy "Ann B." --erase'),
    )
    .action(async (author: string, _, command: Command) => {
      const { privacy } = await import('./privacy.ts');
      exit(await privacy(author, command.optsWithGlobals(), shell));
    });
};

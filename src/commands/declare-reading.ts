import { Argument, Option } from 'commander';
import type { Command } from 'commander';
import { buckets } from '../core/verdict.ts';
import { exportFormats } from '../export/formats.ts';
import { terminalSafe } from '../text/terminal.ts';
import type { Exit } from './program.ts';
import type { Shell } from './shell.ts';

/** The commands that read the store or decide on what is in it. */
export const declareReading = (listen: Command, shell: Shell, exit: Exit): void => {
  listen
    .command('list')
    .description('list mentions, most dangerous first')
    .argument('[query...]', 'which ones; all when left out')
    .option('--json', 'print JSON lines: mention, verdict and decision')
    .option('--limit <count>', 'print at most so many')
    .addHelpText(
      'after',
      example(`listen list 'flag:negative is:open'`, 'listen list --json | jq .id'),
    )
    .action(async (query: readonly string[], _, command: Command) => {
      const { list } = await import('./list.ts');
      exit(await list(query.join(' '), command.optsWithGlobals(), shell));
    });

  listen
    .command('show')
    .description('show one mention with its verdict, notes and history')
    .argument('<id>', 'its id, or the beginning of it')
    .option('--json', 'print JSON')
    .addHelpText('after', example('listen show 1k3f'))
    .action(async (id: string, _, command: Command) => {
      const { show } = await import('./show.ts');
      exit(await show(id, command.optsWithGlobals(), shell));
    });

  listen
    .command('unfold')
    .description('take apart what was folded into one mention because it says nearly the same')
    .argument('<id>', 'its id, or the beginning of it')
    .option('--json', 'print JSON lines: the mention, and each that came out of it')
    .addHelpText('after', example('listen unfold 1k3f'))
    .action(async (id: string, _, command: Command) => {
      const { unfold } = await import('./unfold.ts');
      exit(await unfold(id, command.optsWithGlobals(), shell));
    });

  listen
    .command('triage')
    .description('decide on mentions from a script')
    .argument('<id...>', 'their ids, or the beginnings of them; "-" reads them from standard input')
    .addOption(
      new Option('--bucket <bucket>', 'where they go').choices(buckets).makeOptionMandatory(),
    )
    .option('--note <text>', 'why', terminalSafe)
    .option('--json', 'print the decisions as JSON lines')
    .addHelpText('after', example('listen triage 1k3f --bucket refer --note "call back on Monday"'))
    .action(async (ids: readonly string[], _, command: Command) => {
      const { triage } = await import('./triage.ts');
      exit(await triage(ids, command.optsWithGlobals(), shell));
    });

  listen
    .command('export')
    .description('write mentions for a meeting, a spreadsheet or another program')
    .addArgument(new Argument('[query...]', 'which ones').default(['is:flagged']))
    .addOption(
      new Option('--format <format>', 'how; else by the ending of the file, else csv').choices(
        exportFormats,
      ),
    )
    .option('-o, --output <file>', 'where to; standard output when left out')
    .option('--reveal', 'with names, handles and links as they are (masked otherwise)')
    .option('--bom', 'begin with a byte order mark, for old spreadsheets')
    .addHelpText(
      'after',
      example(
        'listen export -o flagged.csv',
        `listen export 'topic:waiting since:30d' --format md`,
      ),
    )
    .action(async (query: readonly string[], _, command: Command) => {
      const { exportMentions } = await import('./export.ts');
      exit(await exportMentions(query.join(' '), command.optsWithGlobals(), shell));
    });
};

/** The examples below a command's help. */
export const example = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map(line => `  $ ${line}`).join('\n')}`;

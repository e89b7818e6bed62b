import { Option } from 'commander';
import type { Command } from 'commander';
import { importFormats } from '../parse/import-format.ts';
import { example } from './declare-reading.ts';
import type { Exit } from './program.ts';
import type { Shell } from './shell.ts';

/** The command that takes in files. */
export const declareImporting = (listen: Command, shell: Shell, exit: Exit): void => {
  listen
    .command('import')
    .description('take in reviews from an export, or mails of alerts')
    .argument('<file>', 'what to read; "-" is standard input')
    .addOption(
      new Option('--as <format>', 'what it is; else by its name and content').choices(
        importFormats,
      ),
    )
    .option('--source <id>', 'where its mentions come from; "import" when left out')
    .option(
      '--map <pairs>',
      'which column holds what, as in text=Comment,rating=3; the rest is guessed',
      (pairs: string, before: readonly string[] | undefined) => [...(before ?? []), pairs],
    )
    .addOption(
      new Option('--dates <order>', 'how it writes 03/04/2026; else by its other dates').choices([
        'month-first',
        'day-first',
      ]),
    )
    .option('--dry-run', 'read and count, and store nothing')
    .option('--json', 'print JSON lines: the file, each bad row, the sum')
    .addHelpText(
      'after',
      example(
        'listen import reviews.csv --dry-run',
        'listen import survey.csv --source survey --map "text=What can we do better?"',
        'listen import reviews.json --as google-takeout',
      ),
    )
    .action(async (file: string, _, command: Command) => {
      const { importFile } = await import('./import.ts');
      exit(await importFile(file, command.optsWithGlobals(), shell));
    });
};

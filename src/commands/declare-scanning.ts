import type { Command } from 'commander';
import { example } from './declare-reading.ts';
import type { Exit } from './program.ts';
import type { Shell } from './shell.ts';

/** The commands that go out to the sources. */
export const declareScanning = (listen: Command, shell: Shell, exit: Exit): void => {
  listen
    .command('scan')
    .description('look at the sources that are due, and store what is new')
    .option('--source <id...>', 'only these, due or not')
    .option('--force', 'all sources, due or not')
    .option('--wait', 'wait for another scan to end, instead of giving up')
    .option('--json', 'print JSON lines: one a source, one an alert, then one for the scan')
    .option('--dry-run', 'look and count, and store nothing')
    .option('--quiet', 'print nothing but trouble')
    .option(
      '--fail-on <flags>',
      'exit with 10 when something new has one of these flags, or on a "spike"',
    )
    .addHelpText(
      'after',
      example(
        'listen scan --force',
        'listen scan --source wall --json',
        'listen scan --quiet --fail-on urgent,legal    # from cron',
      ),
    )
    .action(async (_, command: Command) => {
      const { scan } = await import('./scan.ts');
      exit(await scan(command.optsWithGlobals(), shell));
    });

  listen
    .command('watch')
    .description('keep scanning whenever a source is due, until stopped')
    .option('--json', 'print a JSON line a scan')
    .addHelpText('after', example('listen watch', 'listen watch --json >> watch.log'))
    .action(async (_, command: Command) => {
      const { watch } = await import('./watch.ts');
      exit(await watch(command.optsWithGlobals(), shell));
    });
};

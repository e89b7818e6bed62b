import type { Command } from 'commander';
import { example } from './declare-reading.ts';
import type { Exit } from './program.ts';
import type { Shell } from './shell.ts';

/** The commands that set up, check and look after an installation. */
export const declareKeeping = (listen: Command, shell: Shell, exit: Exit): void => {
  listen
    .command('demo')
    .description(
      'the workbench on the bundled sample feeds, in a store that is thrown away; works offline',
    )
    .action(async () => {
      const { demo } = await import('./demo.ts');
      exit(await demo(shell));
    });

  listen
    .command('init')
    .description('set up your practice: asks, then writes a commented listen.toml')
    .option('--yes', 'ask nothing: take what the options say, and defaults for the rest')
    .option('--name <name>', 'what the practice is called')
    .option('--clinician <name...>', 'who works there')
    .option('--place <place>', 'town and state')
    .option('--phone <number>', 'the number that replies refer people to')
    .option('--hours <hours>', 'as in "Mon-Fri 08:00-17:00"')
    .option('--timezone <zone>', 'as in America/New_York')
    .option('--feed <url...>', 'feeds to listen to')
    .option('--force', 'write over a configuration that is there')
    .addHelpText(
      'after',
      example('listen init', 'listen init --yes --name "Lakeside Family Medicine"'),
    )
    .action(async (_, command: Command) => {
      const { init } = await import('./init.ts');
      exit(await init(command.optsWithGlobals(), shell));
    });

  listen
    .command('verify')
    .description('check everything that is kept, and say what was damaged')
    .option('--json', 'print JSON lines')
    .action(async (_, command: Command) => {
      const { verify } = await import('./verify.ts');
      exit(await verify(command.optsWithGlobals(), shell));
    });

  listen
    .command('doctor')
    .description('say whether this installation is healthy, and what to do if not')
    .option('--json', 'print JSON lines')
    .action(async (_, command: Command) => {
      const { doctor } = await import('./doctor.ts');
      exit(await doctor(command.optsWithGlobals(), shell));
    });
};

import { Option } from 'commander';
import type { Command } from 'commander';
import { followUps } from '../core/reply-step.ts';
import { example } from './declare-reading.ts';
import { terminalSafe } from '../text/terminal.ts';
import type { Exit } from './program.ts';
import type { Shell } from './shell.ts';

/** The commands that see a mention through at the office, and say how much time is left for replies. */
export const declareFollowing = (listen: Command, shell: Shell, exit: Exit): void => {
  listen
    .command('handover')
    .description('print the card that goes to the office with a referred mention')
    .argument('<id>', 'the referred mention, or the beginning of its id')
    .addOption(
      new Option('--format <format>', 'how').choices(['text', 'md', 'json']).default('text'),
    )
    .option('--copy', 'also put it on the clipboard of the terminal')
    .addHelpText('after', example('listen handover 1k3f --format md > card.md'))
    .action(async (id: string, _, command: Command) => {
      const { handover } = await import('./follow-up.ts');
      exit(await handover(id, command.optsWithGlobals(), shell));
    });

  listen
    .command('follow')
    .description('say what became of a mention that was referred to the office')
    .argument('<id>', 'the referred mention, or the beginning of its id')
    .addOption(
      new Option('--state <state>', 'how it stands').choices(followUps).makeOptionMandatory(),
    )
    .option('--note <text>', 'what was said, or agreed', terminalSafe)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      example(
        'listen follow 1k3f --state called --note "calls back on Monday"',
        'listen list is:pending',
      ),
    )
    .action(async (id: string, _, command: Command) => {
      const { follow } = await import('./follow-up.ts');
      exit(await follow(id, command.optsWithGlobals(), shell));
    });

  listen
    .command('capacity')
    .description('say how much time is left for replies this week, and what waits')
    .option('--json', 'print JSON')
    .action(async (_, command: Command) => {
      const { capacity } = await import('./capacity.ts');
      exit(await capacity(command.optsWithGlobals(), shell));
    });
};

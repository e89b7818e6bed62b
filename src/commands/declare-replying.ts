import type { Command } from 'commander';
import { example } from './declare-reading.ts';
import type { Exit } from './program.ts';
import type { Shell } from './shell.ts';

/** The commands that write, screen and approve replies. */
export const declareReplying = (listen: Command, shell: Shell, exit: Exit): void => {
  listen
    .command('screen')
    .description('say what a draft gives away; reads it, or JSON lines, from standard input')
    .option('--for <file>', 'the mention that it answers: its text, or a JSON object with "text"')
    .addHelpText(
      'after',
      example(
        'listen screen < reply.txt',
        `echo '{"id": 1, "draft": "Thank you!", "mention": "Great staff"}' | listen screen`,
      ),
    )
    .action(async (_, command: Command) => {
      const { screen } = await import('./screen.ts');
      exit(await screen(command.optsWithGlobals(), shell));
    });
};

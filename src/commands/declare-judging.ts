import type { Command } from 'commander';
import { example } from './declare-reading.ts';
import type { Exit } from './program.ts';
import type { Shell } from './shell.ts';

/** The commands that judge without a store, and that show how a person judges. */
export const declareJudging = (listen: Command, shell: Shell, exit: Exit): void => {
  listen
    .command('classify')
    .description('judge JSON lines of {id, text, title?, kind?, rating?} on standard input')
    .addHelpText(
      'after',
      example(
        `echo '{"id": 1, "kind": "review", "text": "Waited two hours"}' | listen classify`,
        'listen classify < reviews.jsonl | jq .flags',
      ),
    )
    .action(async (_, command: Command) => {
      const { classify } = await import('./classify.ts');
      exit(await classify(command.optsWithGlobals(), shell));
    });

  listen
    .command('learned')
    .description(
      'say what was learned from your decisions and corrections, and how often it was right',
    )
    .option('--reset', 'forget it; decisions stay as they are')
    .option('--json', 'print JSON')
    .addHelpText('after', example('listen learned', 'listen learned --reset'))
    .action(async (_, command: Command) => {
      const { learned } = await import('./learned.ts');
      exit(await learned(command.optsWithGlobals(), shell));
    });
};

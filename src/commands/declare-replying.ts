import type { Command } from 'commander';
import { example } from './declare-reading.ts';
import { terminalSafe } from '../text/terminal.ts';
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

  listen
    .command('draft')
    .description('write a draft from a template, or from standard input, and screen it')
    .argument('<id>', 'the mention that it answers, or the beginning of its id')
    .option('--template <name>', 'which template; a wrong name lists those that fit')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      example('listen draft 1k3f --template call-us', 'listen draft 1k3f < reply.txt'),
    )
    .action(async (id: string, _, command: Command) => {
      const { draft } = await import('./draft.ts');
      exit(await draft(id, command.optsWithGlobals(), shell));
    });

  listen
    .command('approve')
    .description('approve a draft as it stands, after screening it once more')
    .argument('<id>', 'the mention that it answers')
    .option('--override <reason>', 'why it may go out although screening blocks it', terminalSafe)
    .option('--json', 'print JSON')
    .addHelpText('after', example('listen approve 1k3f'))
    .action(async (id: string, _, command: Command) => {
      const { approve } = await import('./approve.ts');
      exit(await approve(id, command.optsWithGlobals(), shell));
    });

  listen
    .command('posted')
    .description('say that you have posted an approved reply, and where')
    .argument('<id>', 'the mention that it answers')
    .requiredOption('--url <link>', 'where it stands')
    .option('--json', 'print JSON')
    .addHelpText('after', example('listen posted 1k3f --url https://example.org/reviews/7#reply'))
    .action(async (id: string, _, command: Command) => {
      const { posted } = await import('./reply-steps.ts');
      exit(await posted(id, command.optsWithGlobals(), shell));
    });

  listen
    .command('copied')
    .description('print an approved reply to carry it over, and keep that it was copied')
    .argument('<id>', 'the mention that it answers')
    .option('--json', 'print JSON')
    .addHelpText('after', example('listen copied 1k3f | xclip -selection clipboard'))
    .action(async (id: string, _, command: Command) => {
      const { copied } = await import('./reply-steps.ts');
      exit(await copied(id, command.optsWithGlobals(), shell));
    });

  listen
    .command('withdraw')
    .description('take back a reply, whether it is a draft, approved or posted')
    .argument('<id>', 'the mention that it answers')
    .option('--reason <text>', 'why', terminalSafe)
    .option('--json', 'print JSON')
    .addHelpText('after', example('listen withdraw 1k3f --reason "they called us"'))
    .action(async (id: string, _, command: Command) => {
      const { withdraw } = await import('./reply-steps.ts');
      exit(await withdraw(id, command.optsWithGlobals(), shell));
    });

  listen
    .command('audit')
    .description('list who decided, drafted, overrode, approved and posted what, and when')
    .argument('[id]', 'one mention only')
    .option('--json', 'print JSON lines')
    .addHelpText('after', example('listen audit', 'listen audit 1k3f --json'))
    .action(async (id: string | undefined, _, command: Command) => {
      const { audit } = await import('./audit.ts');
      exit(await audit(id, command.optsWithGlobals(), shell));
    });
};

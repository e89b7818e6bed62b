import { Argument, Command } from 'commander';
import { declareClaims } from './declare-claims.ts';
import { declareErasing } from './declare-erasing.ts';
import { declareFollowing } from './declare-following.ts';
import { declareImporting } from './declare-importing.ts';
import { declareJudging } from './declare-judging.ts';
import { declareKeeping } from './declare-keeping.ts';
import { declareReading } from './declare-reading.ts';
import { declareScanning } from './declare-scanning.ts';
import { declareSources } from './declare-sources.ts';
import { declareReplying } from './declare-replying.ts';
import { exitCodes, exitMeanings, UserError } from '../core/user-error.ts';
import { nearest } from '../text/similarity.ts';
import type { Shell } from './shell.ts';
import { version } from './version.ts';

/** Takes the exit code that a command ended with. */
export type Exit = (code: number) => void;

/** The whole command line; each action loads its command only when it is asked for. */
export const program = (shell: Shell, exit: Exit): Command => {
  const listen = new Command('listen')
    .description('Hear what is said about your practice and about health, and answer well.')
    .version(version, '-V, --version', 'print the version')
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: text => void shell.stdout.write(text),
      writeErr: text => void shell.stderr.write(text),
      getOutHelpWidth: () => shell.stdout.columns ?? 100,
      getErrHelpWidth: () => shell.stderr.columns ?? 100,
    })
    .addHelpText('after', afterHelp);
  declareAll(listen, shell, exit);
  const complete = async (argv: readonly string[]) => {
    const { completion } = await import('./completion.ts');
    exit(await completion(argv, shell));
  };
  listen
    .command('completion')
    .description('print the completion script of a shell')
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish', 'powershell']))
    .action((kind: string) => complete(['completion', kind]));
  listen
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action((words: readonly string[]) => complete(['complete', '--', ...words]));
  return listen;
};

/** All commands but `completion`, which is made from them. */
export const declareAll = (listen: Command, shell: Shell, exit: Exit): void => {
  listen
    .option('--config <file>', 'the configuration to use')
    .option('--store <place>', 'the folder or URL in which mentions are kept')
    .action(async (_, command: Command) => {
      refuseUnknown(command);
      const { open } = await import('./open.ts');
      exit(await open(command.optsWithGlobals(), shell));
    });
  declareReading(listen, shell, exit);
  declareScanning(listen, shell, exit);
  declareImporting(listen, shell, exit);
  declareSources(listen, shell, exit);
  declareReplying(listen, shell, exit);
  declareFollowing(listen, shell, exit);
  declareJudging(listen, shell, exit);
  declareClaims(listen, shell, exit);
  declareErasing(listen, shell, exit);
  declareKeeping(listen, shell, exit);
  // Only now, for commands take this over from the one above them when they are declared.
  listen.allowExcessArguments();
};

/** With an action of its own, the root takes a mistyped command for an argument. */
const refuseUnknown = ({ args: [typed], commands }: Command): void => {
  if (typed === undefined) return;
  const near = nearest(
    typed,
    commands.map(command => command.name()),
  );
  const hint = near === undefined ? '"listen --help" lists them.' : `did you mean ${near}?`;
  throw new UserError(`There is no command "${typed}"; ${hint}`);
};

const afterHelp = `
Examples:
  $ listen                                    open the workbench
  $ listen demo                               look around on sample feeds, offline
  $ listen scan --json | jq .                 scan from a script
  $ listen export 'flag:negative since:7d'    negative comments of the week, as CSV

Exit codes:
${Object.entries(exitCodes)
  .map(
    ([name, code]) => `  ${String(code).padEnd(3)} ${exitMeanings[name as keyof typeof exitCodes]}`,
  )
  .join('\n')}`;

import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { topicIds } from '../core/verdict.ts';
import { example } from './declare-reading.ts';
import type { Exit } from './program.ts';
import type { Shell } from './shell.ts';

/** The commands about known false health claims. */
export const declareClaims = (listen: Command, shell: Shell, exit: Exit): void => {
  const claims = listen
    .command('claims')
    .description('known false health claims: match texts with them, look them up, add your own');

  claims
    .command('match')
    .description('rank claims for JSON lines of texts on standard input')
    .option('--claims <file>', 'another list of claims, as JSON lines of {id, claim, title?}')
    .option('--top <count>', 'how many to print for each text', wholeNumber, 5)
    .addHelpText(
      'after',
      example(`echo '{"id": 1, "text": "jabs cause autism"}' | listen claims match`),
    )
    .action(async (_, command: Command) => {
      const { matchLines } = await import('./claims.ts');
      exit(await matchLines(command.optsWithGlobals(), shell));
    });

  claims
    .command('list')
    .description('list the claims in use')
    .addOption(new Option('--topic <topic>', 'only of this topic').choices(topicIds))
    .option('--json', 'print JSON lines')
    .addHelpText('after', example('listen claims list --topic vaccines'))
    .action(async (_, command: Command) => {
      const { listClaims } = await import('./claims.ts');
      exit(await listClaims(command.optsWithGlobals(), shell));
    });

  claims
    .command('show')
    .description('show one claim with its fact and sources')
    .argument('<id>', 'its id')
    .option('--json', 'print JSON')
    .addHelpText('after', example('listen claims show mmr-causes-autism'))
    .action(async (id: string, _, command: Command) => {
      const { showClaim } = await import('./claims.ts');
      exit(await showClaim(id, command.optsWithGlobals(), shell));
    });

  declareOwn(claims, shell, exit);
  declareFetching(claims, shell, exit);
};

const declareOwn = (claims: Command, shell: Shell, exit: Exit): void => {
  const to = () => new Option('--to <file>', 'your own claims; else the first of [claims] files');
  claims
    .command('add')
    .description('add a claim of your own')
    .argument('<id>', 'a short name, as in "lake-water-cures"')
    .argument('<claim>', 'the claim in one sentence')
    .option('--says <wording...>', 'ways in which people say it')
    .option('--fact <text>', 'the correction, the fact first')
    .option('--source <address...>', 'where the fact can be read')
    .addOption(new Option('--topic <topic>', 'what it is about').choices(topicIds))
    .addOption(to())
    .addHelpText(
      'after',
      example('listen claims add lake-water "Lake water cures asthma" --to own.jsonl'),
    )
    .action(async (id: string, claim: string, _, command: Command) => {
      const { addClaim } = await import('./add-claims.ts');
      exit(await addClaim(id, claim, command.optsWithGlobals(), shell));
    });

  claims
    .command('import')
    .description('take claims from ClaimReview markup or a Fact Check Tools answer')
    .argument('<file>', 'a JSON or JSON-LD file')
    .addOption(to())
    .addHelpText('after', example('listen claims import reviews.json --to own.jsonl'))
    .action(async (file: string, _, command: Command) => {
      const { importClaims } = await import('./add-claims.ts');
      exit(await importClaims(file, command.optsWithGlobals(), shell));
    });
};

const declareFetching = (claims: Command, shell: Shell, exit: Exit): void => {
  claims
    .command('fetch')
    .description(
      'take what fact-checkers found false, by Google Fact Check Tools (LISTEN_FACT_CHECK_KEY)',
    )
    .argument('<query...>', 'what to search for, one search each')
    .option('--language <language>', 'in which language', 'en')
    .option('--days <count>', 'no older than so many days', wholeNumber)
    .option('--site <site>', 'only of this publisher, as in snopes.com')
    .option('--url <address>', 'another address of the service')
    .option('--dry-run', 'print them, and keep nothing')
    .addOption(new Option('--to <file>', 'your own claims; else the first of [claims] files'))
    .addHelpText(
      'after',
      example(
        'listen claims fetch "measles vaccine" "raw milk" --days 365 --to own.jsonl',
        'listen claims fetch ivermectin --dry-run',
      ),
    )
    .action(async (queries: readonly string[], _, command: Command) => {
      const { fetchClaims } = await import('./fetch-claims.ts');
      exit(await fetchClaims(queries, command.optsWithGlobals(), shell));
    });
};

const wholeNumber = (written: string): number => {
  const count = Number(written);
  if (Number.isInteger(count) && count > 0) return count;
  throw new InvalidArgumentError('It must be a whole number above 0.');
};

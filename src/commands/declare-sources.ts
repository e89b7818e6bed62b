import { Option } from 'commander';
import type { Command } from 'commander';
import { mentionKinds } from '../core/mention.ts';
import { example } from './declare-reading.ts';
import { healthTopics } from '../core/topic-searches.ts';
import { kindLines } from '../sources/kind-lines.ts';
import type { Exit } from './program.ts';
import type { Shell } from './shell.ts';

/** `listen sources` and what can be done with them. */
export const declareSources = (listen: Command, shell: Shell, exit: Exit): void => {
  const sources = listen
    .command('sources')
    .description('where you listen: list, test, add, suggest, remove, import and export')
    .addHelpText(
      'after',
      example(
        'listen sources test https://example.org/feed.xml',
        'listen sources add https://example.org/feed.xml --about practice --items review',
        'listen sources suggest --add',
        'listen sources import feeds/health-authorities.opml',
      ),
    );

  sources
    .command('list', { isDefault: true })
    .description('each source with its health')
    .option('--json', 'print JSON lines')
    .action(async (_, command: Command) => {
      const { listSources } = await import('./sources-list.ts');
      exit(await listSources(command.optsWithGlobals(), shell));
    });

  sources
    .command('test')
    .description('look once, store nothing, and tell what was found')
    .argument('<url-or-id>')
    .option('--json', 'print JSON')
    .action(async (target: string, _, command: Command) => {
      const { testSource } = await import('./sources-test.ts');
      exit(await testSource(target, command.optsWithGlobals(), shell));
    });

  sources
    .command('add')
    .description('write a source into the configuration')
    .argument('[url]', 'its address, when its kind needs one')
    .option('--id <id>', 'a short name of your choice')
    .option('--kind <kind>', 'feed, when left out')
    .option('--name <name>', 'what the screen calls it')
    .addOption(new Option('--about <whom>', 'whom it speaks of').choices(['practice', 'topic']))
    .addOption(new Option('--items <kind>', 'what it brings').choices(mentionKinds))
    .option('--every <span>', 'how often to look, as in 30m')
    .option('--option <name=value...>', 'what its kind needs besides')
    .addHelpText(
      'after',
      `\nKinds, and what they take:\n${Object.entries(kindLines)
        .map(([kind, line]) => `  ${kind.padEnd(16)} ${line}`)
        .join('\n')}\n${example(
        'listen sources add https://example.org/feed.xml --about practice --items review',
        `listen sources add --kind google-news --option 'query="Lakeside Family Medicine"' --about practice`,
        'listen sources add https://mastodon.example --kind mastodon --option tag=vaccines',
      )}`,
    )
    .action(async (url: string | undefined, _, command: Command) => {
      const { addSource } = await import('./sources-add.ts');
      exit(await addSource(url, command.optsWithGlobals(), shell));
    });

  sources
    .command('suggest')
    .description('searches that fit the practice: its names, place, clinicians and topics')
    .option('--add [ids...]', 'write them into the configuration: all that need no key, or these')
    .addOption(
      new Option('--topic <topic...>', 'instead of [practice] topics').choices(healthTopics),
    )
    .option('--json', 'print JSON lines')
    .addHelpText(
      'after',
      example(
        'listen sources suggest',
        'listen sources suggest --add',
        'listen sources suggest --topic cancer --add news-cancer',
      ),
    )
    .action(async (_, command: Command) => {
      const { suggestSources } = await import('./sources-suggest.ts');
      exit(await suggestSources(command.optsWithGlobals(), shell));
    });

  sources
    .command('remove')
    .description('take a source out of the configuration')
    .argument('<id>')
    .action(async (id: string, _, command: Command) => {
      const { removeSource } = await import('./sources-add.ts');
      exit(await removeSource(id, command.optsWithGlobals(), shell));
    });

  sources
    .command('import')
    .description('add the feeds of an OPML file that are not there yet')
    .argument('<file>', '- for standard input')
    .addOption(new Option('--about <whom>', 'whom they speak of').choices(['practice', 'topic']))
    .action(async (file: string, _, command: Command) => {
      const { importSources } = await import('./sources-opml.ts');
      exit(await importSources(file, command.optsWithGlobals(), shell));
    });

  sources
    .command('export')
    .description('write the feeds as OPML')
    .option('-o, --output <file>', 'where to; standard output when left out')
    .action(async (_, command: Command) => {
      const { exportSources } = await import('./sources-opml.ts');
      exit(await exportSources(command.optsWithGlobals(), shell));
    });
};

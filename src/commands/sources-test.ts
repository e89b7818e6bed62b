import type { Entry } from '../core/mention.ts';
import type { Source } from '../core/source.ts';
import { exitCodes } from '../core/user-error.ts';
import type { Looked } from '../sources/look.ts';
import { bareUrl } from '../text/bare-url.ts';
import { print } from './print.ts';
import { openOutlook } from './scanning.ts';
import type { Shell } from './shell.ts';
import { sourceNamed } from './source-named.ts';
import { configOf, openWorkspace } from './workspace.ts';
import type { Globals } from './workspace.ts';

/** `listen sources test`: looks once, stores nothing, and tells what it found; exit code 1 when that failed. */
export const testSource = async (
  target: string,
  options: Globals & { readonly json?: true },
  shell: Shell,
): Promise<number> => {
  const config = configOf(openWorkspace(shell, options));
  const source = /^(?:https?|file):/i.test(target) ? aFeedAt(target) : sourceNamed(target, config);
  const outlook = openOutlook(config, shell);
  try {
    const looked = await outlook.look(source, undefined, shell.signal);
    const lines = options.json ? [JSON.stringify(recordOf(looked))] : told(looked);
    await print(shell.stdout, lines.map(line => `${line}\n`).join(''));
    return looked.kind === 'entries' ? exitCodes.done : exitCodes.failed;
  } finally {
    outlook.close();
  }
};

const aFeedAt = (url: string): Source => ({
  id: 'test',
  kind: 'feed',
  url,
  about: 'topic',
  every: 0,
  staleAfter: Infinity,
  enabled: true,
});

const recordOf = (looked: Looked) =>
  looked.kind === 'entries'
    ? {
        outcome: 'fresh',
        title: looked.title,
        format: looked.format,
        entries: looked.entries.length,
        newestAt: newestOf(looked.entries),
        movedTo: looked.notes.movedTo && bareUrl(looked.notes.movedTo),
        problems: looked.problems,
        latest: looked.entries.slice(0, 3).map(({ title, url, publishedAt }) => ({
          title,
          url,
          publishedAt,
        })),
      }
    : { outcome: looked.kind, ...('why' in looked ? { why: looked.why } : {}) };

const told = (looked: Looked): readonly string[] => {
  if (looked.kind === 'unchanged') return ['It answers, and nothing changed.'];
  if (looked.kind !== 'entries') return [`${looked.kind}: ${looked.why}`];
  const { title, format, entries, problems, notes } = looked;
  const newest = newestOf(entries);
  return [
    `${title ?? 'Without a title'}${format === undefined ? '' : ` (${format})`}: ${entries.length} items${newest === undefined ? '' : `, the newest of ${newest.slice(0, 10)}`}`,
    ...entries.slice(0, 3).map(({ title, text }) => `  ${(title ?? text).slice(0, 90)}`),
    ...problems.map(problem => `repaired: ${problem}`),
    ...(notes.movedTo === undefined ? [] : [`It has moved for good to ${bareUrl(notes.movedTo)}`]),
  ];
};

const newestOf = (entries: readonly Entry[]): string | undefined =>
  entries
    .flatMap(({ publishedAt }) => publishedAt ?? [])
    .toSorted()
    .at(-1);

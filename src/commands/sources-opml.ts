import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { writeAtomically } from '../atomic-file.ts';
import { exitCodes } from '../core/user-error.ts';
import { parseOpml, writeOpml } from '../parse/opml.ts';
import { bareUrl } from '../text/bare-url.ts';
import { slug, unlike } from '../text/slug.ts';
import { canonicalUrl } from '../text/url.ts';
import { counted } from './counted.ts';
import { addToConfig } from './edit-config.ts';
import { print } from './print.ts';
import { readGiven } from './read-file.ts';
import type { Shell } from './shell.ts';
import { configOf, openWorkspace } from './workspace.ts';
import type { Globals } from './workspace.ts';

/** `listen sources import`: adds the subscriptions of an OPML file that are not yet there. */
export const importSources = async (
  file: string,
  options: Globals & { readonly about?: string },
  shell: Shell,
): Promise<number> => {
  const workspace = openWorkspace(shell, options);
  const { sources } = configOf(workspace);
  const { outlines, problems } = parseOpml(await read(file, shell));
  for (const { message } of problems) shell.stderr.write(`${file}: ${message}\n`);
  if (outlines.length === 0) return exitCodes.failed;
  const known = new Set(sources.map(({ url }) => addressOf(url ?? '')));
  const taken = new Set(sources.map(({ id }) => id));
  // A list that somebody else wrote must not make us read files of this machine.
  const onServers = outlines.filter(({ url }) => !/^file:/i.test(url));
  const added = onServers.flatMap(({ title, url }) => {
    if (known.has(addressOf(url))) return [];
    known.add(addressOf(url));
    const id = unlike(slug(title) || 'source', taken);
    taken.add(id);
    return [{ id, kind: 'feed', url, name: title, about: options.about ?? 'topic' }];
  });
  if (added.length > 0) await addToConfig(workspace, added);
  const files = outlines.length - onServers.length;
  if (files > 0)
    shell.stderr.write(
      `${counted(files, 'file')} of this machine left out: ${file} must not name any; use "listen sources add".\n`,
    );
  shell.stderr.write(`${added.length} added, ${onServers.length - added.length} known already.\n`);
  return exitCodes.done;
};

/** `listen sources export`: the feeds as OPML, on stdout or whole in a file. */
export const exportSources = async (
  options: Globals & { readonly output?: string },
  shell: Shell,
): Promise<number> => {
  const { sources, practice } = configOf(openWorkspace(shell, options));
  const feeds = sources.flatMap(({ id, kind, name, url, about }) =>
    kind === 'feed' && url !== undefined && bareUrl(url) === url
      ? [{ title: name ?? id, url, folders: [about] }]
      : [],
  );
  const opml = writeOpml(`What ${practice.name} listens to`, feeds);
  if (options.output === undefined) await print(shell.stdout, opml);
  else await writeAtomically(resolve(shell.cwd, options.output), [opml]);
  const left = sources.length - feeds.length;
  if (left > 0)
    shell.stderr.write(`${left} left out: no feeds, or feeds whose address holds a key.\n`);
  return exitCodes.done;
};

const read = async (file: string, { stdin, cwd }: Shell): Promise<string> => {
  if (file === '-') return text(stdin);
  return String(await readGiven(resolve(cwd, file), file));
};

const addressOf = (url: string): string => canonicalUrl(url) ?? url;

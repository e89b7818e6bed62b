import type { SourceFields } from '../config/edit.ts';
import { exitCodes, UserError } from '../core/user-error.ts';
import { slug, unlike } from '../text/slug.ts';
import { addToConfig, removeFromConfig } from './edit-config.ts';
import type { Shell } from './shell.ts';
import { sourceNamed } from './source-named.ts';
import { configOf, openWorkspace } from './workspace.ts';
import type { Globals } from './workspace.ts';

export type AddOptions = Globals & {
  readonly id?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly about?: string;
  readonly items?: string;
  readonly every?: string;
  readonly option?: readonly string[];
};

/** `listen sources add`: writes one source at the end of the configuration, and says under which id. */
export const addSource = async (
  url: string | undefined,
  options: AddOptions,
  shell: Shell,
): Promise<number> => {
  const workspace = openWorkspace(shell, options);
  const { sources } = configOf(workspace);
  const taken = new Set(sources.map(({ id }) => id));
  const { kind, name, about, items, every } = options;
  const own = optionsFrom(options.option ?? []);
  const twin = sources.find(source => own === undefined && url !== undefined && source.url === url);
  if (twin !== undefined) throw new UserError(`"${twin.id}" listens to ${url} already.`);
  const id = options.id ?? unlike(slug(name ?? hostOf(url) ?? kind ?? '') || 'source', taken);
  const fields: SourceFields = {
    id,
    kind: kind ?? 'feed',
    ...(url === undefined ? {} : { url }),
    ...(name === undefined ? {} : { name }),
    ...(about === undefined ? {} : { about }),
    ...(items === undefined ? {} : { items }),
    ...(every === undefined ? {} : { every }),
    ...(own === undefined ? {} : { options: own }),
  };
  await addToConfig(workspace, [fields]);
  shell.stderr.write(`Added as "${id}". Try it with "listen sources test ${id}".\n`);
  return exitCodes.done;
};

/** `listen sources remove`: takes a source out of the configuration; what it brought stays in the store. */
export const removeSource = async (id: string, options: Globals, shell: Shell): Promise<number> => {
  const workspace = openWorkspace(shell, options);
  sourceNamed(id, configOf(workspace));
  await removeFromConfig(workspace, id);
  shell.stderr.write(`Removed "${id}". What it brought stays in the store.\n`);
  return exitCodes.done;
};

const hostOf = (url: string | undefined): string | undefined =>
  url !== undefined && URL.canParse(url)
    ? new URL(url).hostname.replace(/^(?:www|feeds?|rss)\./, '')
    : undefined;

/** `query=flu shots`, `tags=a,b`: several values of one name make a list. */
const optionsFrom = (written: readonly string[]): SourceFields['options'] | undefined => {
  const found = new Map<string, readonly string[]>();
  for (const pair of written) {
    const [, name, value] = /^([\w-]+)=(.*)$/s.exec(pair) ?? [];
    if (name === undefined || value === undefined)
      throw new UserError(`--option takes name=value, not "${pair}".`);
    found.set(name, [...(found.get(name) ?? []), value]);
  }
  if (found.size === 0) return undefined;
  return Object.fromEntries(
    [...found].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
};

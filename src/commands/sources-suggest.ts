import { suggestedSources } from '../core/suggested-sources.ts';
import type { SuggestedSource } from '../core/suggested-sources.ts';
import type { HealthTopic } from '../core/topic-searches.ts';
import { exitCodes, UserError } from '../core/user-error.ts';
import { nearest } from '../text/similarity.ts';
import { addToConfig } from './edit-config.ts';
import { print } from './print.ts';
import type { Shell } from './shell.ts';
import { configOf, openWorkspace } from './workspace.ts';
import type { Globals, Workspace } from './workspace.ts';

export type SuggestOptions = Globals & {
  /** True: all that need no key that is missing. */
  readonly add?: true | readonly string[];
  readonly topic?: readonly HealthTopic[];
  readonly json?: true;
};

/** `listen sources suggest`: searches made of the practice's profile; `--add` writes them into the configuration. */
export const suggestSources = async (options: SuggestOptions, shell: Shell): Promise<number> => {
  const workspace = openWorkspace(shell, options);
  const { practice, sources } = configOf(workspace);
  const suggested = suggestedSources(practice, sources, options.topic);
  if (options.add !== undefined) {
    const added = await addSuggested(workspace, chosen(suggested, options.add, shell));
    shell.stderr.write(
      added.length === 0
        ? 'Nothing to add.\n'
        : `Added ${added.join(', ')}. Look at them with "listen scan".\n`,
    );
    return exitCodes.done;
  }
  for (const source of suggested)
    await print(shell.stdout, options.json ? `${JSON.stringify(source)}\n` : told(source));
  if (!options.json) shell.stderr.write(suggested.length === 0 ? nothingLeft : howToAdd);
  return exitCodes.done;
};

/** Writes suggested sources at the end of the configuration; gives their ids. */
export const addSuggested = async (
  workspace: Workspace,
  suggested: readonly SuggestedSource[],
): Promise<readonly string[]> => {
  const sources = suggested.map(({ why: _, needs: __, ...fields }) => fields);
  if (sources.length > 0) await addToConfig(workspace, sources);
  return sources.map(({ id }) => id);
};

/** Whether all keys that it needs are set. */
const isUsable = ({ needs }: SuggestedSource, { env }: Pick<Shell, 'env'>): boolean =>
  needs.every(name => (env[name]?.trim() ?? '') !== '');

const chosen = (
  suggested: readonly SuggestedSource[],
  add: true | readonly string[],
  shell: Shell,
): readonly SuggestedSource[] => {
  if (add === true) return suggested.filter(source => isUsable(source, shell));
  const ids = add.flatMap(written => written.split(',')).filter(id => id !== '');
  const known = suggested.map(({ id }) => id);
  return ids.map(id => {
    const source = suggested.find(source => source.id === id);
    if (source) return source;
    const near = nearest(id, known);
    const hint = near === undefined ? `there are ${known.join(', ')}` : `did you mean ${near}?`;
    throw new UserError(
      known.length === 0 ? nothingLeft.trim() : `Nothing called "${id}" is suggested; ${hint}.`,
    );
  });
};

const told = ({ id, kind, why, needs, options = {} }: SuggestedSource): string => {
  const what = Object.values(options).flat().join(' ');
  const key = needs.length === 0 ? '' : `; needs ${needs.join(' and ')}`;
  return `${id.padEnd(20)} ${kind.padEnd(14)} ${what}\n${' '.repeat(21)}${why}${key}\n`;
};

const howToAdd = `Add all that need no key with --add, or some with --add ID,ID.
Made by hand, they are worth it too: a Google Alert of your name, delivered to "RSS feed" (listen sources add URL --about practice);
your Google, Facebook and Yelp reviews (listen sources add --help).
`;

const nothingLeft = 'Everything that fits this practice is there already.\n';

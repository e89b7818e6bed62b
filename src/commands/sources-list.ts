import type { Source, SourceState } from '../core/source.ts';
import { exitCodes } from '../core/user-error.ts';
import { clockTime } from '../scan/clock-time.ts';
import { bareUrl } from '../text/bare-url.ts';
import { print } from './print.ts';
import type { Shell } from './shell.ts';
import { configOf, openWorkspace, withStore } from './workspace.ts';
import type { Globals } from './workspace.ts';

/** `listen sources`: each source with its health, for people in columns, with `--json` a line each. */
export const listSources = async (
  options: Globals & { readonly json?: true },
  shell: Shell,
): Promise<number> => {
  const workspace = openWorkspace(shell, options);
  const { sources, office } = configOf(workspace);
  const states = await withStore(workspace, shell, store => store.sourceStates());
  const line = options.json
    ? (source: Source) => JSON.stringify(recordOf(source, states.get(source.id)))
    : (source: Source) => sentence(source, states.get(source.id), shell.now(), office.timezone);
  for (const source of sources) await print(shell.stdout, `${line(source)}\n`);
  if (!options.json && sources.length === 0)
    shell.stderr.write('There is no source yet; add one with "listen sources add URL".\n');
  return exitCodes.done;
};

/** Without what is only of use to the next request. */
const recordOf = (source: Source, state: SourceState | undefined) => {
  const {
    etag: _,
    lastModified: __,
    cursor: ___,
    dropped: ____,
    ...known
  } = state ?? { health: 'unseen' };
  const shown = { ...source, ...known };
  return { ...shown, ...bare('url', shown.url), ...bare('movedTo', state?.movedTo) };
};

const bare = (key: string, url: string | undefined) =>
  url === undefined ? {} : { [key]: bareUrl(url) };

const sentence = (
  { id, kind, enabled }: Source,
  state: SourceState | undefined,
  now: Date,
  timeZone: string,
): string => {
  const health = enabled ? (state?.health ?? 'unseen') : 'paused';
  const checked = state ? clockTime(state.checkedAt, now, timeZone) : '';
  const count = state ? `${state.entries}` : '';
  return [
    id.padEnd(24),
    kind.padEnd(12),
    health.padEnd(8),
    checked.padEnd(13),
    count.padStart(5),
    state?.why ?? '',
  ]
    .join(' ')
    .trimEnd();
};

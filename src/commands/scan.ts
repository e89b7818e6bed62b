import type { Config } from '../config/config.ts';
import type { ScanEvent } from '../core/scan-event.ts';
import { exitCodes, UserError } from '../core/user-error.ts';
import { flagKinds } from '../core/verdict.ts';
import type { FlagKind } from '../core/verdict.ts';
import { scan as scanSources } from '../scan/scan.ts';
import { nearest } from '../text/similarity.ts';
import { checkSources } from './check-sources.ts';
import { compileLate, keepHeapSmall } from './engine.ts';
import { notifying, notifyingOf } from './notify.ts';
import { print } from './print.ts';
import { progressOn } from './progress.ts';
import { scanDependencies, openOutlook } from './scanning.ts';
import type { Shell } from './shell.ts';
import { sourceNamed } from './source-named.ts';
import { tell } from './tell-scan.ts';
import { configOf, openWorkspace, withStore } from './workspace.ts';
import type { Globals } from './workspace.ts';

export type ScanCommandOptions = Globals & {
  readonly source?: readonly string[];
  readonly force?: true;
  readonly wait?: true;
  readonly json?: true;
  readonly dryRun?: true;
  readonly quiet?: true;
  readonly failOn?: string;
};

/** `listen scan`: looks at the sources that are due and stores what is new; exit code 3 when some failed, 10 when `--fail-on` matched. */
export const scan = async (options: ScanCommandOptions, shell: Shell): Promise<number> => {
  const workspace = openWorkspace(shell, options);
  const config = configOf(workspace);
  const failOn = triggersFrom(options.failOn);
  checkSources(workspace);
  const only = options.source && namedIn(options.source, config);
  keepHeapSmall();
  compileLate();
  const outlook = openOutlook(config, shell);
  try {
    return await withStore(workspace, shell, async store => {
      const dependencies = scanDependencies(workspace, config, outlook, store, shell);
      const scanned = scanSources(dependencies, {
        signal: shell.signal,
        concurrency: config.network.concurrency,
        timeZone: config.office.timezone,
        ...(options.force ? { force: true } : {}),
        ...(options.dryRun ? { dryRun: true } : {}),
        ...(options.wait ? { waitMs: longestWaitMs } : {}),
        ...(only ? { only } : {}),
      });
      const events = notifying(scanned, notifyingOf(config), shell);
      return follow(events, options, failOn, shell);
    });
  } finally {
    outlook.close();
  }
};

/** Longer than any scan takes. */
const longestWaitMs = 3_600_000;

const follow = async (
  events: AsyncIterable<ScanEvent>,
  { json, quiet }: ScanCommandOptions,
  failOn: readonly Trigger[],
  shell: Shell,
): Promise<number> => {
  const progress = progressOn(shell.stderr, quiet !== true);
  let failed = 0;
  let matched = 0;
  for await (const event of events) {
    progress.clear();
    if (event.type === 'source') matched += countOf(failOn, event.flags ?? {});
    if (event.type === 'alert' && event.kind === 'spike' && failOn.includes('spike')) matched++;
    if (event.type === 'done') failed = event.failed;
    if (json && (event.type === 'source' || event.type === 'alert' || event.type === 'done'))
      await print(shell.stdout, `${JSON.stringify(event)}\n`);
    if (!json || event.type === 'unnotified') tell(event, shell, quiet === true);
    progress.show(event);
  }
  progress.clear();
  if (shell.signal.aborted) shell.stderr.write('Stopped before all sources were read.\n');
  if (matched > 0) return exitCodes.matched;
  return failed > 0 ? exitCodes.partial : exitCodes.done;
};

/** What `--fail-on` may name. */
const triggers = [...flagKinds, 'spike'] as const;
type Trigger = (typeof triggers)[number];

const countOf = (failOn: readonly Trigger[], flags: Partial<Record<FlagKind, number>>): number =>
  failOn.reduce((sum, kind) => sum + (kind === 'spike' ? 0 : (flags[kind] ?? 0)), 0);

/** An empty value is refused: a script whose variable is unset would never hear of anything. */
const triggersFrom = (written: string | undefined): readonly Trigger[] => {
  if (written === undefined) return [];
  const names = written
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
  if (names.length === 0)
    throw new UserError(`--fail-on needs a flag; there are ${triggers.join(', ')}.`);
  return names.map(name => {
    const trigger = triggers.find(kind => kind === name);
    if (trigger) return trigger;
    const near = nearest(name, triggers);
    throw new UserError(
      `--fail-on knows no flag "${name}"; ${near ? `did you mean ${near}?` : `there are ${triggers.join(', ')}.`}`,
    );
  });
};

/** Ids may be given one by one or with commas between; a `UserError` when a source does not exist, or none is named. */
const namedIn = (written: readonly string[], config: Config): readonly string[] => {
  const ids = written.flatMap(part => part.split(',')).filter(id => id !== '');
  return (ids.length === 0 ? [''] : ids).map(id => sourceNamed(id, config).id);
};

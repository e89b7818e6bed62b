import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { exitCodes } from '../core/user-error.ts';
import { watch as watchSources } from '../scan/watch.ts';
import type { WatchEvent } from '../scan/watch.ts';
import { checkSources } from './edit-config.ts';
import { print } from './print.ts';
import { openOutlook, scanDependencies } from './scanning.ts';
import type { Shell } from './shell.ts';
import { sumOf } from './tell-scan.ts';
import { configOf, openWorkspace, withStore } from './workspace.ts';
import type { Globals } from './workspace.ts';

/** `listen watch`: scans whenever a source is due, for days; one line a scan, until a signal ends it. */
export const watch = async (
  options: Globals & { readonly json?: true },
  shell: Shell,
): Promise<number> => {
  const workspace = openWorkspace(shell, options);
  const config = configOf(workspace);
  checkSources(config.sources, workspace.configFile ?? 'listen.toml');
  setFlagsFromString('--heap-growing-percent=50');
  const outlook = openOutlook(config, shell);
  try {
    return await withStore(workspace, shell, async store => {
      const dependencies = scanDependencies(workspace, config, outlook, store, shell);
      const events = watchSources(
        { ...dependencies, sleep },
        {
          signal: shell.signal,
          concurrency: config.network.concurrency,
          timeZone: config.office.timezone,
        },
      );
      for await (const event of events) {
        const line = lineOf(event, shell.now(), options.json === true);
        if (line !== undefined) await print(shell.stdout, `${line}\n`);
      }
      return exitCodes.done;
    });
  } finally {
    outlook.close();
  }
};

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  delay(ms, undefined, { signal }).catch(() => undefined);

const lineOf = (event: WatchEvent, now: Date, json: boolean): string | undefined => {
  if (event.type !== 'done' && event.type !== 'missed') return undefined;
  const at = now.toISOString();
  if (json) return JSON.stringify({ ...event, at });
  return `${at} ${event.type === 'done' ? sumOf(event) : event.why}`;
};

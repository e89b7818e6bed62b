import { setTimeout as delay } from 'node:timers/promises';
import { exitCodes } from '../core/user-error.ts';
import { watch as watchSources } from '../scan/watch.ts';
import type { WatchEvent } from '../scan/watch.ts';
import { checkSources } from './check-sources.ts';
import { keepHeapSmall } from './engine.ts';
import { notifying, notifyingOf } from './notify.ts';
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
  checkSources(workspace);
  keepHeapSmall();
  const outlook = openOutlook(config, shell);
  try {
    return await withStore(workspace, shell, async store => {
      const dependencies = scanDependencies(workspace, config, outlook, store, shell);
      const watched = watchSources(
        { ...dependencies, sleep },
        {
          signal: shell.signal,
          concurrency: config.network.concurrency,
          timeZone: config.office.timezone,
        },
      );
      for await (const event of notifying(watched, notifyingOf(config), shell)) {
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
  const told = toldOf(event);
  if (told === undefined) return undefined;
  const at = now.toISOString();
  return json ? JSON.stringify({ ...event, at }) : `${at} ${told}`;
};

const toldOf = (event: WatchEvent): string | undefined => {
  switch (event.type) {
    case 'done':
      return sumOf(event);
    case 'alert':
      return event.sentence;
    case 'missed':
      return event.why;
    case 'unnotified':
      return `nobody was notified: ${event.why}`;
    case 'start':
    case 'fetching':
    case 'source':
      return undefined;
    default:
      return event satisfies never;
  }
};

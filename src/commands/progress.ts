import type { ScanEvent } from '../core/scan-event.ts';
import type { Shell } from './shell.ts';

/** One line at the bottom of a terminal that comes and goes; nothing at all elsewhere. */
export type Progress = {
  readonly show: (event: ScanEvent) => void;
  readonly clear: () => void;
};

const width = 24;

/** A bar of the sources that are done, with what was found so far; drawn only on a terminal. */
export const progressOn = (stderr: Shell['stderr'], isWanted: boolean): Progress => {
  if (!isWanted || stderr.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  let sources = 0;
  let done = 0;
  let added = 0;
  let isShown = false;
  return {
    show: event => {
      if (event.type === 'start') sources = event.sources;
      if (event.type === 'source') {
        done++;
        added += event.added;
      }
      if (event.type === 'done' || sources === 0) return;
      const filled = Math.round((done / sources) * width);
      const bar = '#'.repeat(filled).padEnd(width, '.');
      stderr.write(`[${bar}] ${done}/${sources} sources, ${added} new`);
      isShown = true;
    },
    clear: () => {
      if (isShown) stderr.write('\r\u001b[2K');
      isShown = false;
    },
  };
};

import { watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';

/** Where the system does not tell of changes, they are looked for this often, in milliseconds. */
const lookEvery = 2000;
/** Changes that come together are told together: milliseconds from the first. */
const gather = 40;

/** Calls back soon after something in a directory changed; now and then also when nothing did. */
export const watchDirectory = (path: string, look: () => void): (() => void) => {
  let soon: NodeJS.Timeout | undefined;
  const lookSoon = () => {
    soon ??= setTimeout(() => {
      soon = undefined;
      look();
    }, gather);
  };
  let watcher: FSWatcher | undefined;
  try {
    watcher = watch(path, { persistent: false }, lookSoon);
    watcher.on('error', () => watcher?.close());
  } catch {
    // No watchers left, or a network disk: looking every now and then does, only later.
  }
  const polling = setInterval(lookSoon, lookEvery).unref();
  return () => {
    watcher?.close();
    clearInterval(polling);
    clearTimeout(soon);
  };
};

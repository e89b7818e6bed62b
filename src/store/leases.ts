import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { explained } from './disk.ts';
import { release, waitFor } from './lock.ts';
import { silentFor, thisProcess } from './process-identity.ts';
import type { Lease, Store } from './store.ts';

/** Named locks across processes, as files that their holders keep fresh while they live. */
export const fileLeases =
  (directory: string, now: () => Date): Store['lease'] =>
  (name, holder, waitMs = 0): Promise<Lease> =>
    explained(directory, async () => {
      const path = join(directory, 'locks', `lease-${encodeURIComponent(name)}`);
      const mine = thisProcess(holder, now());
      const other = await waitFor(path, mine, waitMs);
      if (other)
        return { kind: 'taken', by: `${other.holder}, process ${other.pid}`, since: other.since };
      const stayFresh = () => {
        const moment = new Date();
        utimes(path, moment, moment).catch(() => undefined);
      };
      const beat = setInterval(stayFresh, silentFor / 4).unref();
      return {
        kind: 'held',
        release: async () => {
          clearInterval(beat);
          release(path, mine);
        },
      };
    });

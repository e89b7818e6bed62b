import { setImmediate as breathe } from 'node:timers/promises';
import type { Held } from '../core/identity.ts';
import type { Keyed } from './key-columns.ts';
import { knownOf } from './known.ts';
import type { Segment } from './manifest.ts';
import type { Place } from './row-index.ts';
import type { SegmentFiles } from './segment.ts';
import { segmentsAtOnce } from './sizes.ts';
import type { Known } from './store.ts';

/** What is known under a key; `place` is absent for mentions that are in no segment yet. */
export type Placed = Known & { readonly place?: Place };

/** All keys of all mentions. */
export type KeyIndex = {
  readonly get: (key: string) => Placed | undefined;
  readonly put: (held: Held) => void;
  readonly shelve: (segment: Segment, keyed: readonly Keyed[]) => void;
};

export const keyIndex = (): KeyIndex => {
  const known = new Map<string, Placed>();
  return {
    get: key => known.get(key),
    put: held => {
      const { id } = held.mention;
      const place = known.get(id)?.place;
      const entry = { ...knownOf(held), ...(place && { place }) };
      for (const key of [id, ...held.keys]) known.set(key, entry);
    },
    shelve: (segment, mentions) => {
      for (const { keys, from, to, ...told } of mentions) {
        const entry = { ...told, place: { segment, from, to } };
        known.set(told.id, entry);
        for (const key of keys) known.set(key, entry);
      }
    },
  };
};

/** The keys of all mentions in these segments. */
export const readKeyIndex = async (
  segments: readonly Segment[],
  files: SegmentFiles,
): Promise<KeyIndex> => {
  const index = keyIndex();
  let read = 0;
  for (const segment of segments) {
    index.shelve(segment, await files.keys(segment));
    if (++read % segmentsAtOnce === 0) await breathe();
  }
  return index;
};

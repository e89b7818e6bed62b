import { setImmediate as breathe } from 'node:timers/promises';
import type { Held } from '../core/identity.ts';
import type { MentionId } from '../core/mention.ts';
import { nearSince } from '../core/near.ts';
import type { Near } from './fold-catches.ts';
import type { Keyed } from './key-columns.ts';
import type { Segment } from './manifest.ts';
import type { Written } from './merge-log.ts';
import { nearHeld } from './near-held.ts';
import type { SegmentFiles } from './segment.ts';

/**
 * Looks for near duplicates in the segments of the weeks that the new items are of; some 30 µs and 1 kB a mention. All
 * of these weeks are read, so that what is found does not depend on how the mentions lie in files.
 */
export const nearSegments = (
  files: SegmentFiles,
  segments: () => readonly Segment[],
  pending: ReadonlyMap<MentionId, Written>,
  read: (id: MentionId) => Promise<Held | undefined>,
) => {
  const nearby = new Map<MentionId, Held>();
  const indexed = new Set<number>();
  const heldAs = (id: MentionId) => pending.get(id)?.held ?? nearby.get(id);
  let near = nearHeld(heldAs);

  const indexSince = async (since: number) => {
    for (const segment of segments()) {
      if (indexed.has(segment.id) || (segment.newest ?? since) < since) continue;
      for (const held of await files.readUnchecked(segment))
        if (!pending.has(held.mention.id)) near.put(held);
      await breathe();
      indexed.add(segment.id);
    }
  };

  return {
    /** Makes ready for items that no key knows. */
    prepare: async (items: readonly Held[]): Promise<Near> => {
      nearby.clear();
      if (items.length === 0) return near;
      for (const { held } of pending.values()) near.put(held);
      await indexSince(Math.min(...items.map(({ mention }) => nearSince(mention.publishedAt))));
      for (const id of new Set(items.flatMap(near.candidates))) {
        const held = pending.has(id) ? undefined : await read(id);
        if (held) nearby.set(id, held);
      }
      return near;
    },
    /** Mentions have moved to a new segment: it need not be read when all of them are known. */
    shelve: (segment: Segment, keyed: readonly Keyed[]): void => {
      if (keyed.every(({ id }) => near.has(id))) indexed.add(segment.id);
    },
    /** What is held is no longer what was indexed: some of it was erased, or not written. */
    forget: (): void => {
      near = nearHeld(heldAs);
      indexed.clear();
    },
  };
};

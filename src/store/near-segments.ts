import { setImmediate as breathe } from 'node:timers/promises';
import type { Held } from '../core/identity.ts';
import type { MentionId } from '../core/mention.ts';
import type { Near } from './fold-catches.ts';
import type { Keyed } from './key-columns.ts';
import type { Segment } from './manifest.ts';
import type { Written } from './merge-log.ts';
import { nearHeld } from './near-held.ts';
import type { SegmentFiles } from './segment.ts';

const day = 86_400_000;
/** Items older than this when they are first seen are only compared with what came along with them. */
const longAgo = 45 * day;
/** Near duplicates lie no further apart. */
const apart = 7 * day;
/** So many mentions are read at most, the newest; some 30 µs and 1 kB each. */
const mostRead = 10_000;

/** Looks for near duplicates in the segments of the days that the new items are of. */
export const nearSegments = (
  files: SegmentFiles,
  segments: () => readonly Segment[],
  pending: ReadonlyMap<MentionId, Written>,
  read: (id: MentionId) => Promise<Held | undefined>,
) => {
  const nearby = new Map<MentionId, Held>();
  const indexed = new Set<number>();
  const near = nearHeld(id => pending.get(id)?.held ?? nearby.get(id));

  const indexSince = async (since: number) => {
    let count = 0;
    for (const segment of segments().toReversed()) {
      count += segment.count;
      if (count > mostRead) return;
      if (indexed.has(segment.id) || (segment.newest ?? since) < since) continue;
      for (const held of await files.readUnchecked(segment)) near.add(held);
      await breathe();
      indexed.add(segment.id);
    }
  };

  return {
    /** Makes ready for items that no key knows. */
    prepare: async (items: readonly Held[]): Promise<Near> => {
      nearby.clear();
      if (items.length === 0) return near;
      for (const { held } of pending.values()) near.add(held);
      await indexSince(Math.min(...items.map(({ mention }) => periodOf(mention))));
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
  };
};

const periodOf = ({ publishedAt, seenAt }: Held['mention']): number =>
  Math.max(Date.parse(publishedAt), Date.parse(seenAt) - longAgo) - apart;

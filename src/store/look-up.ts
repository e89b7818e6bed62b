import type { Held } from '../core/identity.ts';
import type { MentionId } from '../core/mention.ts';
import type { KeyIndex } from './key-index.ts';
import type { Place } from './row-index.ts';

/** What is held under the keys of some items, and the items of which nothing is. */
export const lookUp = async (
  items: readonly Held[],
  index: KeyIndex,
  read: (id: MentionId, place: Place | undefined) => Promise<Held | undefined>,
) => {
  const found = new Map<MentionId, Held>();
  const unknown: Held[] = [];
  for (const item of items) {
    const hits = item.keys.flatMap(key => index.get(key) ?? []);
    if (hits.length === 0) unknown.push(item);
    for (const { id, place } of hits) {
      const held = found.has(id) ? undefined : await read(id, place);
      if (held) found.set(id, held);
    }
  }
  const under = (key: string): Held | undefined => {
    const known = index.get(key);
    return known && found.get(known.id);
  };
  return { under, unknown };
};

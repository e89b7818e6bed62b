import { mostFolded } from '../core/identity.ts';
import type { Held } from '../core/identity.ts';
import type { MentionId } from '../core/mention.ts';
import { anchorsOf, isNearDuplicate, nearIndex } from '../core/near.ts';
import type { Near } from './fold-catches.ts';

/** Near duplicates among held mentions; `heldAs` gives a mention as it is held. */
export const nearHeld = (heldAs: (id: MentionId) => Held | undefined): NearHeld => {
  const index = nearIndex();
  const added = new Set<MentionId>();
  // An item is looked up and then mostly added: its anchors are made once.
  let last: { item: Held; anchors: readonly number[] } | undefined;
  const anchors = (item: Held) => {
    if (last?.item !== item) last = { item, anchors: anchorsOf(item.mention) };
    return last.anchors;
  };
  return {
    candidates: item => index.candidates(anchors(item)),
    find: (item, changed) => {
      for (const id of index.candidates(anchors(item))) {
        const held = changed(id) ?? heldAs(id);
        if (!held || (held.folded?.length ?? 0) >= mostFolded) continue;
        if (isNearDuplicate(held.mention, item.mention)) return held;
      }
      return undefined;
    },
    has: id => added.has(id),
    add: item => {
      if (added.has(item.mention.id)) return;
      added.add(item.mention.id);
      index.add(item.mention.id, anchors(item));
    },
  };
};

export type NearHeld = Near & {
  readonly candidates: (item: Held) => readonly MentionId[];
  readonly has: (id: MentionId) => boolean;
};

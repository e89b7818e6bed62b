import { mostFolded } from '../core/identity.ts';
import type { Held } from '../core/identity.ts';
import type { MentionId } from '../core/mention.ts';
import { anchorsOf, isNearDuplicate, nearIndex } from '../core/near.ts';
import type { Posting } from '../core/near.ts';
import type { Near } from './fold-catches.ts';

/** Near duplicates among held mentions; `heldAs` gives a mention as it is held. */
export const nearHeld = (heldAs: (id: MentionId) => Held | undefined): NearHeld => {
  const index = nearIndex();
  /** The words by which each is indexed: those of an edited item are others. */
  const indexedAs = new Map<MentionId, string>();
  // An item is looked up twice and then mostly added: its anchors are made once.
  const made = new WeakMap<Held, Posting>();
  const postingOf = (item: Held) => {
    const { publishedAt } = item.mention;
    const posting = made.get(item) ?? { anchors: anchorsOf(item.mention), publishedAt };
    made.set(item, posting);
    return posting;
  };
  return {
    candidates: item => index.candidates(postingOf(item)),
    find: (item, changed) => {
      for (const id of index.candidates(postingOf(item))) {
        const held = changed(id) ?? heldAs(id);
        if (!held || (held.folded?.length ?? 0) >= mostFolded) continue;
        if (isNearDuplicate(held.mention, item.mention)) return held;
      }
      return undefined;
    },
    has: id => indexedAs.has(id),
    put: item => {
      const { id } = item.mention;
      if (indexedAs.get(id) === item.words) return;
      indexedAs.set(id, item.words);
      index.put(id, postingOf(item));
    },
    remove: id => {
      indexedAs.delete(id);
      index.remove(id);
    },
  };
};

export type NearHeld = Near & {
  readonly candidates: (item: Held) => readonly MentionId[];
  readonly has: (id: MentionId) => boolean;
  readonly remove: (id: MentionId) => void;
};

import { lessonsOf, teachingsOf } from '../classify/lessons.ts';
import { learn } from '../classify/personal.ts';
import { asLearned } from '../core/learned.ts';
import type { Learned } from '../core/learned.ts';
import type { MentionId } from '../core/mention.ts';
import type { Kept, Store } from '../store/store.ts';

/** So many mentions are read at a time, so that keys are heard in between. */
const atOnce = 100;

/**
 * Learns from what is in the store: nothing is kept of it, so what is purged there is forgotten here. Mentions that were
 * read once are not read again; call it after every change.
 */
export const createLearner = (
  store: Pick<Store, 'acts' | 'mentions'>,
): (() => Promise<Learned>) => {
  let held = new Map<MentionId, Kept>();
  return async () => {
    const { teachings, since } = teachingsOf(await store.acts());
    const ids = new Set(teachings.map(({ mention }) => mention));
    held = new Map([...held].filter(([id]) => ids.has(id)));
    const missing = [...ids].filter(id => !held.has(id));
    for (let from = 0; from < missing.length; from += atOnce)
      for (const kept of await store.mentions(missing.slice(from, from + atOnce)))
        held.set(kept.mention.id, kept);
    const learned = learn(lessonsOf(teachings, held));
    return since === undefined ? learned : { ...learned, since };
  };
};

/** Shows what is held as somebody who learned from all that is in the store would suggest it. */
export const learnedFrom = async (store: Store): Promise<(kept: Kept) => Kept> => {
  const learned = await createLearner(store)();
  return kept => asLearned(kept, learned);
};

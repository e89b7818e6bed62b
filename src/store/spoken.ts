import { explained } from './disk.ts';
import type { Store } from './store.ts';

/** The same store, where what the disk refuses is told in a sentence. */
export const spoken = (store: Store, directory: string): Store => {
  const say =
    <A extends unknown[], R>(act: (...given: A) => Promise<R>) =>
    (...given: A): Promise<R> =>
      explained(directory, () => act(...given));
  return {
    ...store,
    rows: say(store.rows),
    mentions: say(store.mentions),
    find: say(store.find),
    known: say(store.known),
    merge: say(store.merge),
    record: say(store.record),
    unfold: say(store.unfold),
    purge: say(store.purge),
    acts: say(store.acts),
    seq: say(store.seq),
    sourceStates: say(store.sourceStates),
    verify: say(store.verify),
    close: say(store.close),
  };
};

import type { Log } from '../log.ts';
import { memoryStore } from './memory.ts';
import { StoreError } from './store.ts';
import type { Store } from './store.ts';

/** Opens the store at a place: `memory:` for one that is thrown away. Rejects with `StoreError`. */
export const openStore = async (
  place: string,
  { now }: { readonly now: () => Date; readonly log: Log },
): Promise<Store> => {
  if (place.startsWith('memory:')) return memoryStore(now);
  throw new StoreError(`"${place}" is no place that a store can be kept in.`);
};

import { openLowdbStore } from './lowdb.ts';
import type { Outside } from './lowdb.ts';
import { memoryStore } from './memory.ts';
import { StoreError } from './store.ts';
import type { Store } from './store.ts';

/**
 * Opens the store at a place: a directory, or `memory:` for one that is thrown away. Rejects with `StoreError`, also
 * for addresses of servers, until there is a store for them.
 */
export const openStore = async (place: string, outside: Outside): Promise<Store> => {
  if (place.startsWith('memory:')) return memoryStore(outside.now);
  const [, scheme] = /^([a-z][a-z0-9+.-]+):\/\//i.exec(place) ?? [];
  if (scheme !== undefined)
    throw new StoreError(
      `A store at "${scheme}://…" is not supported; give --store a directory, as in --store ./store.`,
    );
  if (place.trim() === '') throw new StoreError('--store needs the name of a directory.');
  return openLowdbStore(place, outside);
};

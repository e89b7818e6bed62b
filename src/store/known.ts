import { copiesOf } from '../core/identity.ts';
import type { Held } from '../core/identity.ts';
import type { Known } from './store.ts';

/** What a store tells of a held mention to whoever knows one of its keys. */
export const knownOf = (held: Held): Known => {
  const { id, source } = held.mention;
  const copies = copiesOf(held);
  return { id, source, words: held.words, ...(copies.length > 0 ? { copies } : {}) };
};

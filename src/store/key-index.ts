import type { Held } from '../core/identity.ts';
import type { MentionId, SourceId } from '../core/mention.ts';
import type { Keyed } from './key-columns.ts';
import type { Segment } from './manifest.ts';
import type { Place } from './row-index.ts';

/** What is known under a key; `place` is absent for mentions that are in no segment yet. */
export type Known = {
  readonly id: MentionId;
  readonly source: SourceId;
  readonly words: string;
  readonly place?: Place;
};

/** All keys of all mentions. */
export type KeyIndex = {
  readonly get: (key: string) => Known | undefined;
  readonly put: (held: Held) => void;
  readonly shelve: (segment: Segment, keyed: readonly Keyed[]) => void;
};

export const keyIndex = (): KeyIndex => {
  const known = new Map<string, Known>();
  return {
    get: key => known.get(key),
    put: ({ mention: { id, source }, words, keys }) => {
      const place = known.get(id)?.place;
      const entry = { id, source, words, ...(place && { place }) };
      for (const key of [id, ...keys]) known.set(key, entry);
    },
    shelve: (segment, mentions) => {
      for (const { id, source, words, keys, from, to } of mentions) {
        const entry = { id, source, words, place: { segment, from, to } };
        known.set(id, entry);
        for (const key of keys) known.set(key, entry);
      }
    },
  };
};

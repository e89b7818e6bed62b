import { copiesOf } from '../core/identity.ts';
import type { Copy, Held } from '../core/identity.ts';
import { mentionId } from '../core/mention.ts';
import type { Known } from './store.ts';

/** The keys of one segment as columns; a mention's first key is left out where it is its id, as it nearly always is. */
export type KeyColumns = {
  readonly format: typeof keyFormat;
  readonly lengths: readonly number[];
  readonly id: readonly string[];
  readonly source: readonly string[];
  readonly words: readonly string[];
  readonly keys: readonly (readonly string[])[];
  /** Of the few that carry duplicates, by their place in the other columns. */
  readonly copies?: Readonly<Record<number, readonly Copy[]>>;
};

export const keyFormat = 1;

/** What is known of a held mention by its keys, and where in the segment its line is: bytes `from` up to `to`. */
export type Keyed = Known & {
  readonly keys: readonly string[];
  readonly from: number;
  readonly to: number;
};

export const toKeyColumns = (held: readonly Held[], lengths: readonly number[]): KeyColumns => {
  const copies = Object.fromEntries(
    held.map((one, place) => [place, copiesOf(one)] as const).filter(([, all]) => all.length > 0),
  );
  return { ...columnsOf(held, lengths), ...(Object.keys(copies).length > 0 ? { copies } : {}) };
};

const columnsOf = (held: readonly Held[], lengths: readonly number[]): KeyColumns => ({
  format: keyFormat,
  lengths,
  id: held.map(({ mention }) => mention.id),
  source: held.map(({ mention }) => mention.source),
  words: held.map(({ words }) => words),
  keys: held.map(({ mention, keys }) => keys.filter(key => key !== mention.id)),
});

export const fromKeyColumns = ({
  id,
  source,
  words,
  keys,
  lengths,
  copies: copied = {},
}: KeyColumns): readonly Keyed[] => {
  let from = 0;
  return id.map((own, index) => {
    const to = from + (lengths[index] ?? 0);
    const copies = copied[index];
    const keyed = {
      id: mentionId(own),
      source: source[index] ?? '',
      words: words[index] ?? '',
      ...(copies && { copies }),
      keys: keys[index] ?? [],
      from,
      to,
    };
    from = to;
    return keyed;
  });
};

import { addressOf, keysAt, wordsOf } from './identity.ts';
import type { Entry, SourceId } from './mention.ts';

/** An entry with what it is recognised by. */
export type Identified = {
  readonly entry: Entry;
  readonly keys: readonly string[];
  readonly words: string;
};

/**
 * Recognises the entries of one look, where ids and addresses that several share identify none of them: feeds reuse a
 * guid, and all reviews of a page link to that page. The same entry twice counts once, in its latest version.
 */
export const identify = (entries: readonly Entry[], source: SourceId): readonly Identified[] => {
  const apart = withOwnIds(
    entries.map(entry => ({ entry, words: wordsOf(entry), address: addressOf(entry) })),
  );
  const sharing = countBy(apart, ({ address }) => address);
  return apart.map(({ entry, words, address }) => {
    const isShared = address !== undefined && (sharing.get(address) ?? 0) > 1;
    return { entry, words, keys: keysAt(isShared ? undefined : address, entry, source) };
  });
};

type Worded = {
  readonly entry: Entry;
  readonly words: string;
  /** Its canonical URL. */
  readonly address: string | undefined;
};

const withOwnIds = (items: readonly Worded[]): readonly Worded[] => {
  const byId = new Map<string, Worded[]>();
  items.forEach((item, index) => {
    const id = item.entry.nativeId ?? `nameless ${index}`;
    byId.set(id, [...(byId.get(id) ?? []), item]);
  });
  return [...byId.values()].flatMap(namesakes =>
    namesakes.length === 1 ? namesakes : toldApart(namesakes),
  );
};

/** One id, several entries: versions of one item if they share an address and say when they changed, else different items. */
const toldApart = (namesakes: readonly Worded[]): readonly Worded[] => {
  const distinct = [...new Map(namesakes.map(item => [fullName(item), item])).values()];
  const [first] = distinct;
  if (first === undefined || distinct.length === 1) return distinct;
  const isVersioned = distinct.every(
    ({ entry, address }) => entry.updatedAt !== undefined && address === first.address,
  );
  if (isVersioned) return [distinct.reduce(later)];
  return distinct.map(item => ({
    ...item,
    entry: { ...item.entry, nativeId: `${item.entry.nativeId ?? ''} ${ownName(item, distinct)}` },
  }));
};

const later = (a: Worded, b: Worded): Worded =>
  (b.entry.updatedAt ?? '') > (a.entry.updatedAt ?? '') ? b : a;

/** The steadiest thing that only this one has: its address, else its title, else all of it. */
const ownName = (item: Worded, all: readonly Worded[]): string => {
  const name = [addressName, titleName].find(
    name =>
      name(item) !== undefined && all.filter(other => name(other) === name(item)).length === 1,
  );
  return (name ?? fullName)(item) ?? '';
};

const addressName = ({ address }: Worded) => address;
const titleName = ({ entry }: Worded) => (entry.title ? `title ${entry.title}` : undefined);
const fullName = ({ address, words }: Worded): string => `${address ?? ''} ${words}`;

const countBy = <T>(items: readonly T[], key: (item: T) => string | undefined) => {
  const counts = new Map<string, number>();
  for (const item of items) {
    const name = key(item);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
};

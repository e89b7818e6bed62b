import { fingerprint, fingerprintOfWords } from '../text/hash.ts';
import { canonicalUrl } from '../text/url.ts';
import { mentionId } from './mention.ts';
import type { Entry, Mention, MentionId, Sighting, SourceId } from './mention.ts';
import type { Verdict } from './verdict.ts';

/** A mention as the store holds it: with the keys that recognise it and a fingerprint of its words. */
export type Held = {
  readonly mention: Mention;
  readonly verdict: Verdict;
  readonly keys: readonly string[];
  readonly words: string;
  /** Near duplicates that were folded into it, whole, so that each can be taken out again. */
  readonly folded?: readonly Folded[];
};

export type Folded = Omit<Held, 'folded'>;

/** A duplicate that a held mention carries; with the fingerprint of its words where it is kept whole. */
export type Copy = { readonly source: SourceId; readonly words?: string };

/** All duplicates that a held mention carries. */
export const copiesOf = ({ mention, folded = [] }: Held): readonly Copy[] => [
  ...folded.map(({ mention: { source }, words }) => ({ source, words })),
  ...withoutFolded(mention.alsoIn, folded).map(({ source }) => ({ source })),
];

/**
 * What an entry is recognised by, strongest first: its own id within its source, its canonical URL, and for headlines
 * the longest part of the title with publisher and day, since news links cannot be decoded offline.
 */
export const keysOf = (entry: Entry, source: SourceId): readonly string[] =>
  keysAt(addressOf(entry), entry, source);

/** The same for an entry of which the address is known, or is not its own. */
export const keysAt = (
  address: string | undefined,
  entry: Entry,
  source: SourceId,
): readonly string[] => {
  const keys = [
    entry.nativeId ? `id:${source}:${entry.nativeId}` : undefined,
    address ? `url:${address}` : undefined,
    headlineKey(entry),
  ].filter(key => key !== undefined);
  // A mention's id is its strongest key.
  const own = entry.exported === undefined ? [] : [entry.exported.id];
  return keys.length + own.length > 0
    ? [...own, ...keys.map(fingerprint)]
    : [fingerprint(`words:${source}:${entry.author ?? ''}:${wordsOf(entry)}`)];
};

/** The canonical URL of an entry. */
export const addressOf = ({ url }: Entry): string | undefined =>
  url === undefined ? undefined : canonicalUrl(url);

/** The mention's id: a fingerprint of its strongest key, so the same item gets the same id in any store. */
export const idOf = (keys: readonly string[]): MentionId => {
  const [strongest] = keys;
  if (strongest === undefined) throw new Error('a mention needs at least one key');
  return mentionId(strongest);
};

/** A fingerprint of what an item says, blind to case and spacing, so that only real edits count as edits. */
export const wordsOf = ({ title = '', text }: Pick<Entry, 'title' | 'text'>): string =>
  fingerprintOfWords(`${title}\n${text}`.toLowerCase());

const headlineKey = ({ kind, title, publisher, publishedAt }: Entry): string | undefined => {
  if (kind !== 'headline' || !title || !publisher || !publishedAt) return undefined;
  const part = longestPart(title);
  return part.split(' ').length >= minimumWords
    ? `headline:${part}:${publisher.toLowerCase()}:${publishedAt.slice(0, 10)}`
    : undefined;
};

/** Fewer words than this are too common to tell two stories apart ("Flu season update"). */
const minimumWords = 5;

/** Titles carry prefixes and suffixes ("LIVE: …", "… - The Publisher"); the longest part is the headline itself. */
const longestPart = (title: string): string =>
  title
    .toLowerCase()
    .split(/\s*(?:\s[-–—|]\s|[:|])\s*/)
    .map(part => part.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '');

/** Whether an item is one that was purged: by its strongest key, or by another key and the same words. */
export const isGone = ({ keys, words }: Held, prints: ReadonlySet<string>): boolean =>
  prints.has(keys[0] ?? '') || (prints.has(words) && keys.some(key => prints.has(key)));

/** What remains of an item when it is purged. */
export const printsOf = ({ keys, words, folded = [] }: Held): readonly string[] => [
  ...keys,
  words,
  ...folded.flatMap(printsOf),
];

/** How an incoming item relates to what is held. */
export type Reconciled =
  | { readonly kind: 'added' | 'updated' | 'duplicate'; readonly held: Held }
  | { readonly kind: 'unchanged' };

/** Folds an incoming item into the held one that shares a key: edits update in place, other sources become sightings. */
export const reconcile = (held: Held | undefined, incoming: Held): Reconciled => {
  if (held === undefined) return { kind: 'added', held: incoming };
  if (isAnother(held, incoming)) return { kind: 'added', held: incoming };
  const twin = held.folded?.find(folded => folded.keys[0] === incoming.keys[0]);
  if (twin) return twin.words === incoming.words ? { kind: 'unchanged' } : refolded(held, incoming);
  const keys = [...new Set([...held.keys, ...incoming.keys])];
  if (held.mention.source !== incoming.mention.source) return sighted(held, incoming, keys);
  if (held.words === incoming.words) return { kind: 'unchanged' };
  const { id, seenAt, alsoIn, publishedAt } = held.mention;
  const mention: Mention = {
    ...incoming.mention,
    id,
    seenAt,
    alsoIn,
    publishedAt,
    editedAt: incoming.mention.seenAt,
  };
  return { kind: 'updated', held: { ...incoming, keys, mention } };
};

/**
 * Whether two items that share only an address are two after all. Comments and reviews link to the page they are on;
 * within a source their own ids tell them apart, but not headlines, whose ids some publishers make from the title.
 */
const isAnother = (held: Held, incoming: Held): boolean => {
  if (held.words === incoming.words || sharesStrongest(held, incoming)) return false;
  return held.mention.source === incoming.mention.source
    ? incoming.mention.kind !== 'headline'
    : incoming.mention.kind === 'review';
};

const sharesStrongest = (held: Held, incoming: Held): boolean =>
  held.keys.includes(incoming.keys[0] ?? '') || incoming.keys.includes(held.keys[0] ?? '');

const sighted = (held: Held, incoming: Held, keys: readonly string[]): Reconciled => {
  const { source, url } = incoming.mention;
  if (held.mention.alsoIn.some(sighting => sighting.source === source))
    return { kind: 'unchanged' };
  const alsoIn = [...held.mention.alsoIn, url === undefined ? { source } : { source, url }];
  return { kind: 'duplicate', held: { ...held, keys, mention: { ...held.mention, alsoIn } } };
};

/** So many near duplicates are kept within one mention; the next begins anew, or one line would grow without end. */
export const mostFolded = 20;

/** Folds an item that says nearly the same into a held one, as a sighting that keeps the whole item. */
export const foldedInto = (held: Held, item: Held): Reconciled => {
  const { folded = [], mention } = held;
  const { source, url } = item.mention;
  const alsoIn = [...mention.alsoIn, url === undefined ? { source } : { source, url }];
  return {
    kind: 'duplicate',
    held: {
      ...held,
      keys: [...new Set([...held.keys, ...item.keys])],
      mention: { ...mention, alsoIn },
      folded: [...folded, item],
    },
  };
};

const refolded = (held: Held, item: Held): Reconciled => {
  const folded = (held.folded ?? []).map(old => (old.keys[0] === item.keys[0] ? item : old));
  return { kind: 'duplicate', held: { ...held, folded } };
};

/** The mention without its near duplicates, and each of them as a mention of its own. */
export const unfolded = ({ folded = [], ...held }: Held): readonly Held[] => {
  const theirs = new Set(folded.flatMap(({ keys }) => keys));
  const alsoIn = withoutFolded(held.mention.alsoIn, folded);
  const keys = held.keys.filter(key => !theirs.has(key));
  return [{ ...held, keys, mention: { ...held.mention, alsoIn } }, ...folded];
};

const withoutFolded = (
  alsoIn: readonly Sighting[],
  folded: readonly Folded[],
): readonly Sighting[] => {
  const places = new Set(folded.map(({ mention: { source, url } }) => `${source} ${url}`));
  return alsoIn.filter(({ source, url }) => !places.has(`${source} ${url}`));
};

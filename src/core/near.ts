import { editDistance } from '../text/similarity.ts';
import { anchors, containment, resemblance, shingles, wordPrints } from '../text/shingles.ts';
import type { Mention, MentionId } from './mention.ts';

/** Texts with fewer words than this say too little to be recognised by their words alone ("Great doctor!"). */
const tellingWords = 8;
/** From this many words on, nobody writes the same by chance, whoever signs it. */
const ownWords = 12;
/** How much of all three-word runs an edited or re-posted text still shares: two words changed in twenty. */
const edited = 0.55;
/** An excerpt ("… read more") shares this much of its own runs with the whole. */
const excerpt = 0.85;
const day = 86_400_000;
/** What is said again after this long is said anew, as with the notice of each month's clinic. */
const samePeriod = 7 * day;

/** Whether two items say the same, so that one may be folded into the other. */
export const isNearDuplicate = (a: Mention, b: Mention): boolean => {
  if (Math.abs(Date.parse(a.publishedAt) - Date.parse(b.publishedAt)) > samePeriod) return false;
  if (a.rating !== undefined && b.rating !== undefined && a.rating !== b.rating) return false;
  const [first, second] = [comparable(a), comparable(b)];
  const [wordsA, wordsB] = [wordPrints(first), wordPrints(second)];
  const shorter = Math.min(wordsA.length, wordsB.length);
  const sameAuthor = a.author !== undefined && fold(a.author) === fold(b.author ?? '');
  if (shorter < tellingWords) return false;
  const strangers = a.author !== undefined && b.author !== undefined && !sameAuthor;
  if (strangers && (a.source === b.source || shorter < ownWords)) return false;
  const [runsA, runsB] = [shingles(wordsA), shingles(wordsB)];
  const isExcerpt = shorter >= 12 && containment(runsA, runsB) >= excerpt;
  if (!isExcerpt && resemblance(runsA, runsB) < edited) return false;
  return !namesOthers(first, second) && (sameAuthor || !speaksOfOthers(first, second));
};

/** The anchors of an item's words, by which its near duplicates can be looked up; few words have none to speak of. */
export const anchorsOf = (mention: Mention): readonly number[] =>
  anchors(wordPrints(comparable(mention), room));

const room = new Uint32Array(4096);

/** What is compared: of headlines without the publisher behind the dash, which differs from site to site. */
const comparable = ({ kind, title = '', text }: Mention): string => {
  const bare = kind === 'headline' ? title.replace(/\s+[-–—|]\s+[^-–—|]{2,40}$/, '') : title;
  const end = Math.max(0, text.length - 60);
  const whole = text.slice(0, end) + text.slice(end).replace(cutOff, '');
  return whole.startsWith(bare) ? whole : `${bare}\n${whole}`;
};

/** How an excerpt ends: "… read more", "[…]", "... continue". */
const cutOff = /(?:…|\.\.\.)[\]\s]*(?:\p{L}{1,12}[ \u00a0]?){0,3}[.\s]*$/u;

/** Whether each says a name or a number that the other does not say at all: the same form, but not the same thing. */
const namesOthers = (a: string, b: string): boolean => namesMore(a, b) && namesMore(b, a);

const namesMore = (text: string, than: string): boolean => {
  const others = counted(than.toLowerCase().match(word));
  const own = counted(text.match(name)?.map(found => found.toLowerCase()));
  return [...own].some(([found, count]) => count > (others.get(found) ?? 0));
};

const counted = (words: readonly string[] | null | undefined): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const one of words ?? []) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
};

/** Whether other words stand in the place of some: an author may choose other words, but a form has other things. */
const speaksOfOthers = (a: string, b: string): boolean => {
  const [wordsA, wordsB] = [a, b].map(text => new Set(text.toLowerCase().match(word)));
  const onlyA = [...(wordsA ?? [])].filter(one => !wordsB?.has(one));
  const onlyB = [...(wordsB ?? [])].filter(one => !wordsA?.has(one));
  const [few, many] = onlyA.length < onlyB.length ? [onlyA, onlyB] : [onlyB, onlyA];
  return few.some(one => !many.some(other => isMisspelt(one, other)));
};

const isMisspelt = (a: string, b: string): boolean =>
  Math.max(a.length, b.length) > 3 && editDistance(a, b) <= 2;

const word = /[\p{L}\p{N}]+/gu;
/** Numbers, and words with a capital; that some of these only begin a sentence does no harm. */
const name = /\p{N}+|\p{Lu}[\p{L}\p{N}]*/gu;

const fold = (author: string): string =>
  author
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Anchors that more items of a week share than this are commonplaces, and lead nowhere. */
const commonplace = 100;

/** So many anchors must be shared, or the first, which is the whole text's. */
const enough = 3;

const mostCompared = 12;

/** What an item is looked up by: the anchors of its words, and when it was published. */
export type Posting = { readonly anchors: readonly number[]; readonly publishedAt: string };

/**
 * Looks up which held items may be near duplicates of another; the caller compares the few that are named. What it
 * answers depends on the items alone and not on the order in which they came, so that a store that is opened again,
 * and reads its items in another order, folds as it would have before.
 */
export type NearIndex = {
  /** Puts an item in, or in another place when its words have changed. */
  readonly put: (id: MentionId, posting: Posting) => void;
  readonly remove: (id: MentionId) => void;
  /** Those of the same period that share enough anchors, most first. */
  readonly candidates: (posting: Posting) => readonly MentionId[];
};

export const nearIndex = (): NearIndex => {
  // By week, then by anchor; most anchors are one item's alone, which needs no list.
  const weeks = new Map<number, Map<number, MentionId | MentionId[]>>();
  const posted = new Map<MentionId, Posting>();

  const remove = (id: MentionId) => {
    const old = posted.get(id);
    const week = old && weeks.get(weekOf(old.publishedAt));
    if (!week) return;
    posted.delete(id);
    for (const anchor of old.anchors) {
      const rest = listOf(week.get(anchor)).filter(other => other !== id);
      if (rest.length === 0) week.delete(anchor);
      else week.set(anchor, rest);
    }
  };
  const isOfPeriod = (id: MentionId, at: number) =>
    !(Math.abs(Date.parse(posted.get(id)?.publishedAt ?? '') - at) > samePeriod);

  return {
    put: (id, posting) => {
      remove(id);
      posted.set(id, posting);
      const number = weekOf(posting.publishedAt);
      const week = weeks.get(number) ?? new Map<number, MentionId | MentionId[]>();
      weeks.set(number, week);
      for (const anchor of posting.anchors) {
        const there = week.get(anchor);
        if (there === undefined) week.set(anchor, id);
        else if (typeof there === 'string') week.set(anchor, [there, id]);
        else there.push(id);
      }
    },
    remove,
    candidates: ({ anchors, publishedAt }) => {
      const number = weekOf(publishedAt);
      const shared = new Map<MentionId, number>();
      for (const week of [number - 1, number, number + 1].map(near => weeks.get(near)))
        for (const [place, anchor] of anchors.entries()) {
          const list = listOf(week?.get(anchor));
          if (list.length > commonplace) continue;
          for (const id of list) shared.set(id, (shared.get(id) ?? 0) + (place === 0 ? enough : 1));
        }
      const at = Date.parse(publishedAt);
      return [...shared]
        .filter(([id, count]) => count >= enough && isOfPeriod(id, at))
        .toSorted(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
        .slice(0, mostCompared)
        .map(([id]) => id);
    },
  };
};

/** The beginning of the first week in which a near duplicate of an item can lie, in milliseconds since 1970. */
export const nearSince = (publishedAt: string): number => (weekOf(publishedAt) - 1) * samePeriod;

const weekOf = (publishedAt: string): number =>
  Math.floor((Date.parse(publishedAt) || 0) / samePeriod);

const listOf = (posted: MentionId | readonly MentionId[] = []): readonly MentionId[] =>
  typeof posted === 'string' ? [posted] : posted;

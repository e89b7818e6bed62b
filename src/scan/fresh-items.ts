import type { Held } from '../core/identity.ts';
import type { Mention } from '../core/mention.ts';
import type { Rule } from '../core/rules.ts';
import type { Dropped, Source } from '../core/source.ts';
import type { Known, Store } from '../store/store.ts';
import { owned } from '../text/owned.ts';
import type { Candidate } from './candidates.ts';
import { droppedBefore, toRemember } from './dropped.ts';
import type { Judge } from './judge.ts';
import { withoutDropped } from './ruling.ts';

/** What decides whether an item is kept, and how. */
export type Ingest = {
  readonly store: Pick<Store, 'known'>;
  readonly judge: Judge;
  readonly rules?: readonly Rule[];
  readonly now: Date;
  /** What was dropped before. */
  readonly dropped?: Dropped | undefined;
};

/** What is to be stored, how many a rule dropped that were not dropped before, and all that are dropped now. */
export type Fresh = {
  readonly items: readonly Held[];
  readonly dropped: number;
  readonly remembered: Dropped | undefined;
};

/** Judges the candidates that are new or have changed, without those that a rule drops; the others are as they are held. */
export const freshItems = async (
  candidates: readonly Candidate[],
  source: Source,
  { store, judge, rules = [], now, dropped }: Ingest,
): Promise<Fresh> => {
  const known = await store.known(candidates.flatMap(({ keys }) => keys));
  const unheld = candidates.filter(candidate => !isHeld(candidate, source, known));
  const wasDropped = droppedBefore(dropped, rules);
  const fresh = unheld.filter(candidate => !wasDropped(candidate));
  const verdicts = await judge(fresh.map(({ mention }) => classifiable(mention, source)));
  const judged = fresh.map((candidate, index): Held => ({
    ...candidate,
    mention: ownTexts(candidate.mention),
    verdict: verdicts[index] ?? missing(),
  }));
  const items = withoutDropped(judged, rules, now);
  const kept = new Set(items.map(({ keys }) => keys));
  const remembered = toRemember(
    unheld.filter(({ keys }) => !kept.has(keys)),
    rules,
  );
  return { items, dropped: judged.length - items.length, remembered };
};

/**
 * Whether a candidate is held as it is: as a mention, or as a duplicate that another carries. A duplicate counts only
 * under its strongest key, since two reviews may share an address.
 */
const isHeld = (
  { keys, words }: Candidate,
  { id }: Source,
  known: ReadonlyMap<string, Known>,
): boolean => {
  const key = keys.find(key => known.has(key));
  const held = key === undefined ? undefined : known.get(key);
  if (held?.source === id && held.words === words) return true;
  const { copies = [] } = known.get(keys[0] ?? '') ?? {};
  return copies.some(copy => copy.source === id && (copy.words ?? words) === words);
};

/** What is held for long must not hold on to the whole feed that it came in. */
const ownTexts = (mention: Mention): Mention => ({
  ...mention,
  text: owned(mention.text),
  ...(mention.title === undefined ? {} : { title: owned(mention.title) }),
  ...(mention.url === undefined ? {} : { url: owned(mention.url) }),
  ...(mention.author === undefined ? {} : { author: owned(mention.author) }),
  ...(mention.publisher === undefined ? {} : { publisher: owned(mention.publisher) }),
});

const missing = (): never => {
  throw new Error('an item was not judged');
};

const classifiable = (mention: Mention, { about }: Source) => {
  const { text, title, kind, rating, language } = mention;
  return {
    text,
    kind,
    about,
    ...(title === undefined ? {} : { title }),
    ...(rating === undefined ? {} : { rating }),
    ...(language === undefined ? {} : { language }),
  };
};

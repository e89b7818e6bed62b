import type { Held } from '../core/identity.ts';
import type { Mention } from '../core/mention.ts';
import type { Source, SourceState } from '../core/source.ts';
import type { Looked } from '../sources/look.ts';
import type { Catch, Store } from '../store/store.ts';
import { owned } from '../text/owned.ts';
import { candidatesOf } from './candidates.ts';
import type { Judge } from './judge.ts';
import { remember } from './remember.ts';

/** Turns what a look found into what the store takes: only new and changed mentions are judged. */
export const catchOf = async (
  source: Source,
  before: SourceState | undefined,
  looked: Looked,
  { store, judge, now }: { store: Pick<Store, 'known'>; judge: Judge; now: Date },
): Promise<Catch> => {
  if (looked.kind !== 'entries')
    return { items: [], state: remember(source, before, looked, before?.newestAt, now) };
  const candidates = candidatesOf(looked.entries, source, now);
  const known = await store.known(candidates.flatMap(({ keys }) => keys));
  const fresh = candidates.filter(({ keys, words }) => {
    const key = keys.find(key => known.has(key));
    const held = key === undefined ? undefined : known.get(key);
    return held?.source !== source.id || held.words !== words;
  });
  const verdicts = await judge(fresh.map(({ mention }) => classifiable(mention, source)));
  const items = fresh.map((candidate, index): Held => ({
    ...candidate,
    mention: ownTexts(candidate.mention),
    verdict: verdicts[index] ?? missing(),
  }));
  const newest = newestOf([
    before?.newestAt,
    ...looked.entries.map(({ publishedAt }) => datedOf(publishedAt, now)),
    ...fresh.map(({ mention }) => mention.publishedAt),
  ]);
  return { items, state: remember(source, before, looked, newest, now) };
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

const datedOf = (date: string | undefined, now: Date): string | undefined => {
  const at = Date.parse(date ?? '');
  return at <= now.getTime() ? new Date(at).toISOString() : undefined;
};

const newestOf = (dates: readonly (string | undefined)[]): string | undefined =>
  dates.reduce((newest, date) => ((date ?? '') > (newest ?? '') ? date : newest), undefined);

import { cleanEntry, languageTag, lineOf } from './clean.ts';
import { blame, problemsOf } from './faults.ts';
import type { Faults } from './faults.ts';
import { fieldOf, isObject, listField, readJson, textField } from './json.ts';
import type { Json } from './json.ts';
import type { Parsed } from './parsed.ts';
import type { RawEntry, Written } from './raw-entry.ts';

const mostItems = 20_000;

/** Reads JSON Feed 1.0 and 1.1, and what calls itself one: a list of items, with or without the feed around it. */
export const parseJsonFeed = (document: string, url?: string): Parsed => {
  const json = readJson(document);
  if (json === undefined)
    return refused('broken-json', 'The document begins like JSON but is none.');
  const items = Array.isArray(json) ? json.filter(isObject) : listField(json, 'items');
  if (items.length === 0 && !/jsonfeed\.org/.test(textField(json, 'version') ?? ''))
    return refused('not-a-feed', 'This is JSON, but no JSON Feed: it has no items.');
  const faults: Faults = new Map();
  if (items.length > mostItems) blame(faults, 'too-much', 'Only the first 20,000 items were read');
  const base = textField(json, 'home_page_url') ?? textField(json, 'feed_url') ?? url;
  const language = textField(json, 'language');
  const entries = items
    .slice(0, mostItems)
    .map(item => cleanEntry(rawItem(item, { base, language, author: authorOf(json) }), faults))
    .filter(entry => entry !== undefined);
  const title = lineOf(textField(json, 'title') ?? '');
  const tag = language === undefined ? undefined : languageTag(language);
  return {
    format: 'json-feed',
    ...(title === undefined ? {} : { title }),
    ...(tag === undefined ? {} : { language: tag }),
    entries,
    problems: problemsOf(faults),
  };
};

type Context = {
  readonly base: string | undefined;
  readonly language: string | undefined;
  readonly author: string | undefined;
};

const rawItem = (item: Json, feed: Context): RawEntry => ({
  id: textField(item, 'id') ?? textField(item, 'guid'),
  links: [
    textField(item, 'url'),
    textField(item, 'external_url'),
    webAddress(textField(item, 'id')),
    ...listField(item, 'attachments').map(attachment => textField(attachment, 'url')),
  ].filter(link => link !== undefined),
  base: feed.base,
  title: written('html', textField(item, 'title')),
  texts: [
    written('html', textField(item, 'content_html')),
    written('text', textField(item, 'content_text')),
    written('html', textField(item, 'summary')),
    written('html', textField(item, 'description')),
  ].filter(text => text !== undefined),
  author: authorOf(item) ?? feed.author,
  publisher: textField(item, '_publisher') ?? textField(item, 'source', 'name'),
  published: [textField(item, 'date_published'), textField(item, 'date')].filter(
    date => date !== undefined,
  ),
  updated: [textField(item, 'date_modified')].filter(date => date !== undefined),
  rating: ratingOf(item),
  language: textField(item, 'language') ?? feed.language,
});

const written = (as: Written['as'], value: string | undefined): Written | undefined =>
  value === undefined ? undefined : { as, value };

/** 1.1 has `authors`, 1.0 `author`; some write a plain string. */
const authorOf = (value: unknown): string | undefined => {
  const names = [...listField(value, 'authors'), fieldOf(value, 'author')]
    .map(author =>
      typeof author === 'string' ? author : (textField(author, 'name') ?? textField(author, 'url')),
    )
    .filter(name => name !== undefined && name !== '');
  return names.length === 0 ? undefined : [...new Set(names)].slice(0, 4).join(', ');
};

/** Stars, as the item's own field, as schema.org's, or in an extension (their names begin with `_`). */
const ratingOf = (item: Json): RawEntry['rating'] => {
  const extensions = Object.keys(item).filter(key => key.startsWith('_') && isObject(item[key]));
  const places = [item, fieldOf(item, 'reviewRating'), ...extensions.map(key => item[key])];
  for (const place of places) {
    const value =
      textField(place, 'rating') ?? textField(place, '_rating') ?? textField(place, 'ratingValue');
    if (value !== undefined) return { value, best: textField(place, 'bestRating') };
  }
  return undefined;
};

const webAddress = (text: string | undefined): string | undefined =>
  text !== undefined && /^https?:\/\/\S+$/i.test(text) ? text : undefined;

const refused = (kind: 'broken-json' | 'not-a-feed', message: string): Parsed => ({
  format: 'unknown',
  entries: [],
  problems: [{ kind, message }],
});

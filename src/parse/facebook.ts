import { fieldOf, isObject, listField, textField } from './json.ts';
import type { Json } from './json.ts';
import { pageFromJson, pageOf, present, refusalOf } from './page.ts';
import type { Page } from './page.ts';
import type { RawEntry } from './raw-entry.ts';

/** Reads a page's comments, posts of visitors, or ratings from the Graph interface. `next` is the cursor `after`. */
export const parseFacebook = (document: string): Page =>
  pageFromJson(document, json => {
    const error = fieldOf(json, 'error');
    if (isObject(error)) return refusalIn(error);
    const items = listField(json, 'data')
      .flatMap(item => [
        ...(saysSomething(item) ? [item] : []),
        ...listField(item, 'comments', 'data'),
      ])
      .filter(item => fieldOf(item, 'is_hidden') !== true);
    const hasNext = textField(json, 'paging', 'next') !== undefined;
    return pageOf(items.map(rawItem), {
      next: hasNext ? textField(json, 'paging', 'cursors', 'after') : undefined,
    });
  });

/** A post of the page itself is only asked for because of the comments under it, and comes without words. */
const saysSomething = (item: Json): boolean =>
  ['message', 'review_text', 'recommendation_type', 'rating'].some(
    name => textField(item, name) !== undefined,
  );

/** Codes with which the Graph interface says that too much was asked within the hour. */
const throttled = new Set(['4', '17', '32', '613', '80001']);

const refusalIn = (error: Json): Page => {
  const code = textField(error, 'code') ?? '';
  const words = textField(error, 'message');
  if (throttled.has(code)) return refusalOf(words, { waitMs: 3_600_000 });
  // Version 22 and later no longer give recommendations.
  if (code === '12')
    return refusalOf(
      `${words ?? ''} Facebook no longer gives recommendations to programs; set what = "comments", and take in reviews by hand.`,
    );
  if (code === '190') return refusalOf(`${words ?? ''} A new page token is needed.`);
  return refusalOf(words);
};

const rawItem = (item: Json): RawEntry => {
  const story = fieldOf(item, 'open_graph_story');
  const recommends = textField(item, 'recommendation_type')?.toLowerCase();
  const rating = textField(item, 'rating');
  const isRating = recommends !== undefined || rating !== undefined;
  const words = textField(item, 'message') ?? textField(item, 'review_text') ?? '';
  return {
    id: textField(item, 'id') ?? textField(story, 'id'),
    links: present(textField(item, 'permalink_url')),
    title: recommends === undefined ? undefined : { as: 'text', value: recommendation(recommends) },
    texts: [{ as: 'text', value: words }],
    author: textField(item, 'from', 'name') ?? textField(item, 'reviewer', 'name'),
    published: present(textField(item, 'created_time')),
    updated: present(textField(item, 'updated_time')),
    // Recommendations replaced stars in 2018 and are not the same thing, so they do not become stars here.
    rating: rating === undefined ? undefined : { value: rating },
    kind: isRating ? 'review' : 'comment',
  };
};

const recommendation = (type: string): string =>
  type === 'positive' ? 'Recommends the practice' : 'Does not recommend the practice';

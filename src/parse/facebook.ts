import { fieldOf, listField, textField } from './json.ts';
import type { Json } from './json.ts';
import { pageFromJson, pageOf, present, refusalOf } from './page.ts';
import type { Page } from './page.ts';
import type { RawEntry } from './raw-entry.ts';

/** Reads a page's comments, posts of visitors, or ratings from the Graph interface. `next` is the cursor `after`. */
export const parseFacebook = (document: string): Page =>
  pageFromJson(document, json => {
    const error = textField(json, 'error', 'message');
    if (error !== undefined) return refusalOf(error);
    const items = listField(json, 'data').filter(item => fieldOf(item, 'is_hidden') !== true);
    const hasNext = textField(json, 'paging', 'next') !== undefined;
    return pageOf(items.map(rawItem), {
      next: hasNext ? textField(json, 'paging', 'cursors', 'after') : undefined,
    });
  });

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

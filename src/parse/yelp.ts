import { listField, textField } from './json.ts';
import type { Json } from './json.ts';
import { pageFromJson, pageOf, present, refusalOf } from './page.ts';
import type { Page } from './page.ts';
import type { RawEntry } from './raw-entry.ts';

/** Reads the reviews of Yelp's Places interface: three excerpts, whose times are without a zone. */
export const parseYelp = (document: string): Page =>
  pageFromJson(document, json => {
    const error = textField(json, 'error', 'description') ?? textField(json, 'error', 'code');
    if (error !== undefined) return refusalOf(error);
    return pageOf(listField(json, 'reviews').map(rawReview));
  });

const rawReview = (review: Json): RawEntry => ({
  id: textField(review, 'id'),
  links: present(textField(review, 'url')),
  texts: [{ as: 'text', value: textField(review, 'text') ?? '' }],
  author: textField(review, 'user', 'name'),
  published: present(textField(review, 'time_created')),
  updated: [],
  rating: { value: textField(review, 'rating') ?? '' },
  kind: 'review',
});

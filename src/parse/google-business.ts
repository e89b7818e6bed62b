import { fieldOf, listField, textField } from './json.ts';
import type { Json } from './json.ts';
import { pageFromJson, pageOf, present, refusalOf } from './page.ts';
import type { Page } from './page.ts';
import type { RawEntry } from './raw-entry.ts';

/**
 * Reads reviews of the Google Business Profile interface (v4). Stars are words, a review may have no comment, times have
 * nanoseconds. A translation that Google adds is taken off.
 */
export const parseGoogleBusiness = (document: string): Page =>
  pageFromJson(document, json => {
    const error = textField(json, 'error', 'message');
    if (error !== undefined) return refusalOf(error);
    const reviews = listField(json, 'reviews');
    return pageOf(reviews.map(rawReview), { next: textField(json, 'nextPageToken') });
  });

/** A Takeout export has the same fields. */
export const rawReview = (review: Json): RawEntry => {
  const stars = textField(review, 'starRating');
  const comment = original(textField(review, 'comment') ?? '');
  const anonymous = fieldOf(review, 'reviewer', 'isAnonymous') === true;
  return {
    id: textField(review, 'name') ?? textField(review, 'reviewId'),
    links: present(textField(review, 'reviewUrl')),
    // Without words there is nothing else to show in a list.
    title:
      comment === '' && stars
        ? { as: 'text', value: `Rated ${starsInWords(stars)}, without a comment` }
        : undefined,
    texts: [{ as: 'text', value: comment }],
    author: anonymous ? undefined : textField(review, 'reviewer', 'displayName'),
    published: present(textField(review, 'createTime')),
    updated: present(textField(review, 'updateTime')),
    rating: stars === undefined ? undefined : { value: stars },
    kind: 'review',
  };
};

const starsInWords = (stars: string): string =>
  /^one$/i.test(stars) ? 'one star' : `${stars.toLowerCase()} stars`;

/** Reviews in other languages come as "(Translated by Google) … (Original) …", in either order. */
const original = (comment: string): string => {
  const parts = /^\(Translated by Google\)[^]*?\n+\(Original\)\n?([^]*)$/.exec(comment);
  const [before] = comment.split(/\n+\(Translated by Google\)/, 1);
  return (parts?.[1] ?? before ?? '').trim();
};

import { filePageOf } from './file-page.ts';
import type { FilePage } from './file-page.ts';
import { rawReview } from './google-business.ts';
import { fieldOf, isObject, readJson } from './json.ts';

/** Reads the reviews of a Google Takeout export: a list, alone or under `reviews`; rows are counted by review. */
export const parseTakeout = (document: string): FilePage => {
  const json = readJson(document);
  const reviews = Array.isArray(json) ? json : fieldOf(json, 'reviews');
  if (!Array.isArray(reviews)) {
    const message =
      json === undefined ? 'This file is no JSON.' : 'There is no list of reviews in this file.';
    return filePageOf([], [{ kind: 'broken-json', message }]);
  }
  return filePageOf(
    reviews.map((review: unknown, index) => {
      const at = index + 1;
      return isObject(review)
        ? { at, item: rawReview(review) }
        : { at, why: 'it is no JSON object' };
    }),
  );
};

import { lineOf } from './clean.ts';
import { parseDate } from './dates.ts';
import { cleanUrl } from '../text/link.ts';
import { listField, readJson, textField } from './json.ts';
import type { Json } from './json.ts';

/** A claim that somebody checked, as Google's Fact Check Tools tell it. The rating is free text in any language. */
export type ClaimReview = {
  readonly claim: string;
  readonly claimant?: string;
  readonly rating: string;
  readonly publisher: string;
  readonly title?: string;
  readonly url: string;
  readonly reviewedAt?: string;
  readonly language?: string;
};

/** Reads a search of the Fact Check Tools; reviews without claim, rating or address are left out. `next` is the token of the next page. */
export const parseClaimReviews = (
  document: string,
): {
  readonly reviews: readonly ClaimReview[];
  readonly next?: string;
  readonly refusal?: string;
} => {
  const json = readJson(document);
  const refusal = lineOf(textField(json, 'error', 'message') ?? '');
  const next = textField(json, 'nextPageToken');
  return {
    reviews: listField(json, 'claims').flatMap(claim =>
      listField(claim, 'claimReview').flatMap(review => reviewOf(claim, review) ?? []),
    ),
    ...(next === undefined ? {} : { next }),
    ...(refusal === undefined ? {} : { refusal }),
  };
};

const reviewOf = (claim: Json, review: Json): ClaimReview | undefined => {
  const words = lineOf(textField(claim, 'text') ?? '');
  const rating = lineOf(textField(review, 'textualRating') ?? '');
  const url = cleanUrl(textField(review, 'url') ?? '');
  if (words === undefined || rating === undefined || url === undefined) return undefined;
  const claimant = lineOf(textField(claim, 'claimant') ?? '');
  const title = lineOf(textField(review, 'title') ?? '');
  const reviewedAt = parseDate(textField(review, 'reviewDate') ?? '');
  const language = textField(review, 'languageCode');
  const publisher =
    textField(review, 'publisher', 'name') ?? textField(review, 'publisher', 'site');
  return {
    claim: words,
    rating,
    url,
    publisher: lineOf(publisher ?? '') ?? new URL(url).hostname,
    ...(claimant === undefined ? {} : { claimant }),
    ...(title === undefined ? {} : { title }),
    ...(reviewedAt === undefined ? {} : { reviewedAt }),
    ...(language === undefined ? {} : { language }),
  };
};

import type { Claim } from './claim.ts';
import { isFields, textOf } from './fields.ts';
import type { Fields } from './fields.ts';
import type { ParsedClaims } from './parse-claims.ts';

/**
 * Reads ClaimReview markup (schema.org): one object, an array, an `@graph`, a Fact Check Tools answer, or a data feed.
 * Reviews that call a claim true are left out and told, since a library holds what is false or unproven. Never throws.
 */
export const parseClaimReview = (text: string): ParsedClaims => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { claims: [], problems: ['this is no JSON'] };
  }
  const claims = new Map<string, Claim>();
  const problems: string[] = [];
  for (const review of reviewsIn(value, 0)) {
    const read = readReview(review);
    if (typeof read === 'string') problems.push(read);
    else claims.set(read.id, read);
  }
  if (claims.size === 0 && problems.length === 0) problems.push('no ClaimReview was found');
  return { claims: [...claims.values()], problems };
};

/** Deeper nesting is no markup that anyone publishes. */
const deepest = 8;

const reviewsIn = (value: unknown, depth: number): readonly Fields[] => {
  if (depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap(item => reviewsIn(item, depth + 1));
  if (!isFields(value)) return [];
  if (textOf(value['claimReviewed']) !== undefined) return [value];
  const answered = Array.isArray(value['claimReview']) ? value['claimReview'] : [];
  const said = textOf(value['text']);
  if (said !== undefined && answered.length > 0)
    return answered.filter(isFields).map(review => ({ ...review, claimReviewed: said }));
  return ['@graph', 'claims', 'dataFeedElement', 'item', 'mainEntity', 'hasPart'].flatMap(key =>
    reviewsIn(value[key], depth + 1),
  );
};

const readReview = (review: Fields): Claim | string => {
  const claim = textOf(review['claimReviewed']);
  const address = textOf(review['url']);
  if (claim === undefined) return 'a review says no claim';
  if (address === undefined || !/^https?:\/\//i.test(address) || !URL.canParse(address))
    return `the review of "${claim}" has no web address`;
  const rating = ratingOf(review);
  if (rating !== undefined && /^(?:mostly )?(?:true|correct|accurate)\b/i.test(rating))
    return `"${claim}" was found to be ${rating.toLowerCase()}`;
  const publisher = isFields(review['author']) ? review['author'] : review['publisher'];
  const organisation =
    (isFields(publisher) ? textOf(publisher['name']) : undefined) ?? new URL(address).hostname;
  const title = textOf(review['title']) ?? textOf(review['name']) ?? textOf(review['headline']);
  const date = textOf(review['datePublished']) ?? textOf(review['reviewDate']);
  return {
    id: idOf(claim),
    claim,
    says: [],
    match: [],
    sources: [{ organisation, title: title ?? organisation, address }],
    ...(title === undefined ? {} : { title }),
    ...(rating === undefined ? {} : { fact: `${organisation} rates this: ${rating}.` }),
    ...(date === undefined ? {} : { date: date.slice(0, 10) }),
  };
};

const ratingOf = (review: Fields): string | undefined => {
  const rating = review['reviewRating'];
  const words = isFields(rating) ? textOf(rating['alternateName']) : undefined;
  return (words ?? textOf(review['textualRating']))?.replace(/[.!]+$/, '');
};

const idOf = (claim: string): string =>
  claim
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
    .slice(0, 10)
    .join('-');

import type { Claim, Concepts } from './claim.ts';
import { createFindClaims } from './find-claims.ts';
import type { FindClaims } from './find-claims.ts';
import { createFindNear } from './near-claim.ts';
import type { FindNear } from './near-claim.ts';
import { createSearch } from './search.ts';
import type { SearchClaims } from './search.ts';
import { createStem } from './stem.ts';
import type { Stem } from './stem.ts';

/** Claims, ready to be found in texts. */
export type ClaimLibrary = {
  readonly claims: readonly Claim[];
  readonly byId: ReadonlyMap<string, Claim>;
  /** By their words, so that the whole statement must be there; the index is built when it is first asked. */
  readonly find: FindClaims;
  /** The nearest by shared words, for texts of which no whole statement was found. */
  readonly near: FindNear;
  /** By likeness; its index is built later too. */
  readonly search: SearchClaims;
  readonly stem: Stem;
};

/** Builds the library; later claims with the same id replace earlier ones, so that users can change ours. */
export const createClaimLibrary = (claims: readonly Claim[], concepts: Concepts): ClaimLibrary => {
  const byId = new Map(claims.map(claim => [claim.id, claim]));
  const unique = [...byId.values()];
  const stem = createStem();
  let find: FindClaims | undefined;
  let near: FindNear | undefined;
  let search: SearchClaims | undefined;
  return {
    claims: unique,
    byId,
    find: document => (find ??= createFindClaims(unique, concepts))(document),
    near: document => (near ??= createFindNear(unique, concepts))(document),
    search: (text, top) => (search ??= createSearch(unique, stem))(text, top),
    stem,
  };
};

/** A list that may be long: claims are only looked up by likeness, since most have but one wording. */
export const createClaimList = (claims: readonly Claim[]): ClaimLibrary => {
  const stem = createStem();
  return {
    claims,
    byId: new Map(claims.map(claim => [claim.id, claim])),
    find: () => [],
    near: () => undefined,
    search: createSearch(claims, stem),
    stem,
  };
};

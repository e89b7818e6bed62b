import { parseClaimReviews } from '../parse/claim-reviews.ts';
import { explain } from './failure.ts';
import type { Http } from './http.ts';
import { queryOf } from './kind.ts';

/** A search of what fact-checkers have published. */
export type FactCheckSearch = {
  readonly query: string;
  /** BCP 47, as in `en`. */
  readonly language?: string | undefined;
  readonly days?: number | undefined;
  /** A publisher's site, as in `snopes.com`. */
  readonly site?: string | undefined;
};

export type FactChecks = {
  /** The answers, page by page, as they were sent. */
  readonly pages: readonly string[];
  /** Why there are no more, when something went wrong; a sentence without a full stop. */
  readonly why?: string;
};

const usualBase = 'https://factchecktools.googleapis.com';
/** What one query brings at most: nobody reviews more than 250 claims by hand. */
const mostPages = 5;

/** Asks Google's Fact Check Tools. The key goes in a header, since addresses end up in logs of proxies. */
export const searchFactChecks = async (
  { query, language, days, site }: FactCheckSearch,
  {
    http,
    key,
    base = usualBase,
  }: { readonly http: Http; readonly key: string; readonly base?: string },
  signal: AbortSignal,
): Promise<FactChecks> => {
  const pages: string[] = [];
  let next: string | undefined;
  do {
    const fields = queryOf({
      query,
      languageCode: language,
      maxAgeDays: days,
      reviewPublisherSiteFilter: site,
      pageSize: 50,
      pageToken: next,
    });
    const url = `${base.replace(/\/+$/, '')}/v1alpha1/claims:search?${fields}`;
    const answer = await http.ask({ url, headers: { 'x-goog-api-key': key } }, signal);
    const bytes = answer.kind === 'unchanged' ? undefined : answer.bytes;
    const page = new TextDecoder().decode(bytes ?? new Uint8Array());
    const { next: token, refusal } = parseClaimReviews(page);
    if (answer.kind === 'failed' || refusal !== undefined) {
      const failed = answer.kind === 'failed' ? explain(answer.failure) : 'the search was refused';
      const words = refusal === undefined ? failed : `${failed}; it says: ${refusal}`;
      return { pages, why: words.replaceAll(key, '…') };
    }
    pages.push(page);
    next = token;
  } while (next !== undefined && pages.length < mostPages);
  return { pages };
};

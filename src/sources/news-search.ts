import { z } from 'zod';
import { feedAt } from './feed-at.ts';
import { baseOf, kindOf, queryOf, slugged, words } from './kind.ts';

/** Google News: a search as a feed. Its `before:` leaks newer items unless `after:` stands beside it (measured 2026-11-11). */
export const googleNews = kindOf({
  url: 'optional',
  options: z.strictObject({
    query: words,
    language: slugged.default('en-US'),
    country: slugged.default('US'),
    days: z.int('must be a whole number').min(1, 'must be at least 1').max(365).default(7),
  }),
  look: ({ query, language, country, days }, source, state, context) => {
    const isDated = /\b(?:when|after):/i.test(query);
    const since = new Date(context.now().getTime() - days * 86_400_000).toISOString().slice(0, 10);
    const dated = /\bbefore:/i.test(query) ? `${query} after:${since}` : `${query} when:${days}d`;
    const search = queryOf({
      q: isDated ? query : dated,
      hl: language,
      gl: country,
      ceid: `${country}:${language.slice(0, 2)}`,
    });
    const base = baseOf(source, 'https://news.google.com');
    return feedAt(`${base}/rss/search?${search}`, source, state, context);
  },
});

/** Bing News: a search as a feed; its wrapped links are unwrapped when they are read. */
export const bingNews = kindOf({
  url: 'optional',
  options: z.strictObject({ query: words, market: slugged.default('en-US') }),
  look: ({ query, market }, source, state, context) => {
    const search = queryOf({ q: query, format: 'rss', setmkt: market });
    const base = baseOf(source, 'https://www.bing.com');
    return feedAt(`${base}/news/search?${search}`, source, state, context);
  },
});

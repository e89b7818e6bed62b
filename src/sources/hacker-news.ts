import { z } from 'zod';
import { parseHackerNews } from '../parse/hacker-news.ts';
import { baseOf, kindOf, queryOf, words } from './kind.ts';
import { readPages } from './pages.ts';
import { secondsSince } from './since.ts';

/** Hacker News by Algolia's search, which takes the newest of a query with the comments. */
export const hackerNews = kindOf({
  url: 'optional',
  options: z.strictObject({ query: words, tags: words.default('(story,comment)') }),
  look: ({ query, tags }, source, state, context) =>
    readPages(
      {
        parse: parseHackerNews,
        ask: page => ({
          url: `${baseOf(source, 'https://hn.algolia.com')}/api/v1/search_by_date?${queryOf({
            query,
            tags,
            numericFilters: `created_at_i>${secondsSince(state, context.now())}`,
            hitsPerPage: 100,
            page,
          })}`,
        }),
      },
      context,
    ),
});

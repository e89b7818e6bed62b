import { z } from 'zod';
import { parseLemmy } from '../parse/lemmy.ts';
import { feedAt } from './feed-at.ts';
import { baseOf, kindOf, queryOf, slugged, words } from './kind.ts';
import { readPages } from './pages.ts';

/** A Lemmy instance: a community by its feed, a search by its interface. */
export const lemmy = kindOf({
  url: 'needed',
  options: z
    .strictObject({ community: slugged.optional(), query: words.optional() })
    .refine(({ community, query }) => (community === undefined) !== (query === undefined), {
      message: 'it needs either a community or a query',
    }),
  look: ({ community, query }, source, state, context) => {
    const base = baseOf(source, '');
    if (community !== undefined)
      return feedAt(`${base}/feeds/c/${community}.xml?sort=New`, source, state, context);
    const fields = { q: query, type_: 'All', sort: 'New', limit: 50 };
    return readPages(
      {
        parse: parseLemmy,
        ask: () => ({ url: `${base}/api/v3/search?${queryOf(fields)}` }),
        most: 1,
      },
      context,
    );
  },
});

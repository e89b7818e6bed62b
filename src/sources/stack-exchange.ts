import { z } from 'zod';
import { parseStackExchange } from '../parse/stack-exchange.ts';
import { keyFrom } from './keys.ts';
import { baseOf, kindOf, names, queryOf, slugged, words } from './kind.ts';
import { readPages } from './pages.ts';
import { secondsSince } from './since.ts';

/** Questions on Stack Exchange; `backoff` and the day's quota (300 without a key) set when it is asked again. */
export const stackExchange = kindOf({
  url: 'optional',
  options: z
    .strictObject({
      query: words.optional(),
      site: slugged.default('medicalsciences'),
      tags: names.optional(),
    })
    .refine(({ query, tags }) => query !== undefined || tags !== undefined, {
      message: 'it needs a query or tags',
    }),
  look: ({ query, site, tags }, source, state, context) => {
    const key = keyFrom(context, 'LISTEN_STACK_EXCHANGE_KEY');
    const fields = {
      q: query,
      tagged: tags?.join(';'),
      site,
      order: 'desc',
      sort: 'creation',
      fromdate: secondsSince(state, context.now()),
      pagesize: 100,
      filter: 'withbody',
      key,
    };
    const base = baseOf(source, 'https://api.stackexchange.com');
    return readPages(
      {
        parse: parseStackExchange,
        ask: page => ({ url: `${base}/2.3/search/advanced?${queryOf({ ...fields, page })}` }),
        secrets: key === undefined ? [] : [key],
      },
      context,
    );
  },
});

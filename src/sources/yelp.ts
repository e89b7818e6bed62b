import { z } from 'zod';
import { parseYelp } from '../parse/yelp.ts';
import { keyFrom, keyMissing } from './keys.ts';
import { baseOf, kindOf, slugged } from './kind.ts';
import { readPages } from './pages.ts';

/** Three excerpts of reviews on Yelp: all that its interface gives. */
export const yelp = kindOf({
  url: 'optional',
  options: z.strictObject({ business: slugged }),
  look: async ({ business }, source, _, context) => {
    const key = keyFrom(context, 'LISTEN_YELP_KEY');
    if (key === undefined)
      return keyMissing(['LISTEN_YELP_KEY'], 'get a key of the Yelp Places API for your account');
    const url = `${baseOf(source, 'https://api.yelp.com')}/v3/businesses/${business}/reviews?sort_by=newest`;
    const headers = { authorization: `Bearer ${key}` };
    return readPages(
      { parse: parseYelp, ask: () => ({ url, headers }), most: 1, secrets: [key] },
      context,
    );
  },
});

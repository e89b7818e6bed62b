import { z } from 'zod';
import { parseWhoOutbreaks } from '../parse/who-don.ts';
import { baseOf, kindOf, queryOf } from './kind.ts';
import { readPages } from './pages.ts';

/** Disease Outbreak News of the WHO, by its interface, since its news feed has been stale for months at a time. */
export const whoOutbreaks = kindOf({
  url: 'optional',
  options: z.strictObject({}),
  look: (_, source, __, context) => {
    const newest = queryOf({ $top: 40, $orderby: 'PublicationDateAndTime desc' });
    const url = `${baseOf(source, 'https://www.who.int')}/api/news/diseaseoutbreaknews?${newest}`;
    return readPages({ parse: parseWhoOutbreaks, ask: () => ({ url }), most: 1 }, context);
  },
});

import { z } from 'zod';
import { parseOpenFda } from '../parse/openfda.ts';
import { keyFrom } from './keys.ts';
import { baseOf, kindOf, queryOf, words } from './kind.ts';
import { readPages } from './pages.ts';
import { dayDigits } from './since.ts';

const reach = 60 * 86_400_000;

/** Recalls that the FDA reported in the last 60 days; reports are dated to the week and come late. */
export const openFda = kindOf({
  url: 'optional',
  options: z.strictObject({
    product: z.enum(['drug', 'device', 'food'], 'must be drug, device or food').default('drug'),
    query: words.optional(),
  }),
  look: ({ product, query }, source, _, context) => {
    const now = context.now().getTime();
    const range = `report_date:[${dayDigits(now - reach)} TO ${dayDigits(now)}]`;
    const key = keyFrom(context, 'LISTEN_OPENFDA_KEY');
    const search = query === undefined ? range : `${range} AND (${query})`;
    const base = `${baseOf(source, 'https://api.fda.gov')}/${product}/enforcement.json`;
    return readPages(
      {
        parse: parseOpenFda,
        ask: skip => ({ url: `${base}?${queryOf({ search, limit: 100, skip, api_key: key })}` }),
        secrets: key === undefined ? [] : [key],
      },
      context,
    );
  },
});

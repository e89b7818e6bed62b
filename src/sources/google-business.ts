import { z } from 'zod';
import { parseGoogleBusiness } from '../parse/google-business.ts';
import { keyFrom, keyMissing } from './keys.ts';
import { baseOf, kindOf, queryOf, slugged } from './kind.ts';
import { readPages } from './pages.ts';

/** Reviews of the practice's own profile on Google, newest change first. */
export const googleBusiness = kindOf({
  url: 'optional',
  options: z.strictObject({ account: slugged, location: slugged }),
  look: async ({ account, location }, source, _, context) => {
    const token = keyFrom(context, 'LISTEN_GOOGLE_TOKEN');
    if (token === undefined)
      return keyMissing(
        ['LISTEN_GOOGLE_TOKEN'],
        'apply for access to the Business Profile APIs, or import a Takeout export instead',
      );
    const base = baseOf(source, 'https://mybusiness.googleapis.com');
    const path = `/v4/accounts/${account}/locations/${location}/reviews`;
    const fields = { pageSize: 50, orderBy: 'updateTime desc' };
    return readPages(
      {
        parse: parseGoogleBusiness,
        ask: pageToken => ({
          url: `${base}${path}?${queryOf({ ...fields, pageToken })}`,
          headers: { authorization: `Bearer ${token}` },
        }),
        secrets: [token],
      },
      context,
    );
  },
});

import { z } from 'zod';
import { parseGoogleBusiness } from '../parse/google-business.ts';
import { keyMissing } from './keys.ts';
import { baseOf, kindOf, queryOf, slugged } from './kind.ts';
import { readPages } from './pages.ts';
import { tokenCommand, tokenFrom } from './token-command.ts';

/** Reviews of the practice's own profile on Google, newest change first. */
export const googleBusiness = kindOf({
  url: 'optional',
  options: z.strictObject({
    account: slugged,
    location: slugged,
    token_command: tokenCommand.optional(),
  }),
  look: async ({ account, location, token_command }, source, _, context) => {
    const found = await tokenFrom('LISTEN_GOOGLE_TOKEN', token_command, context);
    if (found === undefined)
      return keyMissing(
        ['LISTEN_GOOGLE_TOKEN'],
        'or a token_command; apply for access to the Business Profile APIs, or import a Takeout export instead',
      );
    if (found.kind !== 'token') return found;
    const { token } = found;
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

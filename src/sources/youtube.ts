import { z } from 'zod';
import { feedAt } from './feed-at.ts';
import { baseOf, kindOf, queryOf, slugged } from './kind.ts';

/** Failures in a row that are still taken for the flapping that YouTube's feeds are known for. */
const flaps = 3;

/** A channel or playlist of YouTube. Its feeds answer 404 or 500 for hours now and then; a feed that worked is not lost at once. */
export const youtube = kindOf({
  url: 'optional',
  options: z
    .strictObject({ channel: slugged.optional(), playlist: slugged.optional() })
    .refine(({ channel, playlist }) => (channel === undefined) !== (playlist === undefined), {
      message: 'it needs either a channel or a playlist',
    }),
  look: async ({ channel, playlist }, source, state, context) => {
    const search = queryOf({ channel_id: channel, playlist_id: playlist });
    const base = baseOf(source, 'https://www.youtube.com');
    const looked = await feedAt(`${base}/feeds/videos.xml?${search}`, source, state, context);
    if (looked.kind !== 'failed' || state?.succeededAt === undefined || state.failures >= flaps)
      return looked;
    return { ...looked, why: `${looked.why}; feeds of YouTube do so now and then, and come back` };
  },
});

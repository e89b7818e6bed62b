import { z } from 'zod';
import { parseFacebook } from '../parse/facebook.ts';
import { keyFrom, keyMissing } from './keys.ts';
import { baseOf, kindOf, queryOf, slugged } from './kind.ts';
import { readPages } from './pages.ts';

const fields = {
  ratings: 'review_text,recommendation_type,rating,created_time,reviewer,open_graph_story',
  visitor_posts: 'message,from,created_time,updated_time,permalink_url',
  comments: 'message,from,created_time,permalink_url,is_hidden',
} as const;

/** The practice's own page on Facebook: ratings, posts of visitors, or the comments under one post. */
export const facebook = kindOf({
  url: 'optional',
  options: z
    .strictObject({
      page: slugged,
      what: z
        .enum(
          ['ratings', 'visitor_posts', 'comments'],
          'must be ratings, visitor_posts or comments',
        )
        .default('ratings'),
      post: slugged.optional(),
    })
    .refine(({ what, post }) => (what === 'comments') === (post !== undefined), {
      message: 'comments need a post, and nothing else does',
    }),
  look: async ({ page, what, post }, source, _, context) => {
    const token = keyFrom(context, 'LISTEN_FACEBOOK_TOKEN');
    if (token === undefined)
      return keyMissing(
        ['LISTEN_FACEBOOK_TOKEN'],
        'a page token with pages_read_engagement and pages_read_user_content is needed',
      );
    const base = baseOf(source, 'https://graph.facebook.com');
    const path = `/${post ?? page}/${what}`;
    return readPages(
      {
        parse: parseFacebook,
        ask: after => ({
          url: `${base}/v21.0${path}?${queryOf({ fields: fields[what], limit: 50, filter: what === 'comments' ? 'stream' : undefined, after })}`,
          headers: { authorization: `Bearer ${token}` },
        }),
        secrets: [token],
      },
      context,
    );
  },
});

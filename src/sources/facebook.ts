import { z } from 'zod';
import { parseFacebook } from '../parse/facebook.ts';
import { keyFrom, keyMissing } from './keys.ts';
import { baseOf, kindOf, queryOf, slugged } from './kind.ts';
import { readPages } from './pages.ts';

const comment = 'message,from,created_time,permalink_url,is_hidden';

const fields = {
  ratings: 'review_text,recommendation_type,rating,created_time,reviewer,open_graph_story',
  visitor_posts: 'message,from,created_time,updated_time,permalink_url',
  comments: comment,
} as const;

/** The newest comments under each of the page's own posts, so that late ones under old posts are not missed. */
const underPosts = `id,comments.limit(25).order(reverse_chronological).filter(stream){${comment}}`;

/** Version 21 is the last that gives recommendations; all else may be asked of a later one. */
const usualVersion = 'v21.0';

/** The practice's own page on Facebook: ratings, posts of visitors, or comments, under one post or under all. */
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
      version: z
        .string()
        .regex(/^v\d{1,3}\.\d$/, 'must be like v21.0')
        .default(usualVersion),
    })
    .refine(({ what, post }) => what === 'comments' || post === undefined, {
      message: 'only comments are asked for by post',
    }),
  look: async ({ page, what, post, version }, source, _, context) => {
    const token = keyFrom(context, 'LISTEN_FACEBOOK_TOKEN');
    if (token === undefined)
      return keyMissing(
        ['LISTEN_FACEBOOK_TOKEN'],
        'a page token with pages_read_engagement and pages_read_user_content is needed',
      );
    const base = baseOf(source, 'https://graph.facebook.com');
    const isUnderAll = what === 'comments' && post === undefined;
    const path = isUnderAll ? `/${page}/feed` : `/${post ?? page}/${what}`;
    const asked = {
      fields: isUnderAll ? underPosts : fields[what],
      limit: 50,
      filter: post === undefined ? undefined : 'stream',
      order: post === undefined ? undefined : 'reverse_chronological',
    };
    return readPages(
      {
        parse: parseFacebook,
        ask: after => ({
          url: `${base}/${version}${path}?${queryOf({ ...asked, after })}`,
          headers: { authorization: `Bearer ${token}` },
        }),
        secrets: [token],
      },
      context,
    );
  },
});

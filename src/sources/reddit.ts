import { z } from 'zod';
import type { Entry } from '../core/mention.ts';
import { feedAt } from './feed-at.ts';
import { baseOf, kindOf, names, queryOf, words } from './kind.ts';
import { keyFrom } from './keys.ts';
import type { Looked } from './look.ts';

/**
 * Reddit by its feeds, all communities in one request, since it grants about one a minute. A private feed token
 * (from reddit.com/prefs/feeds) in LISTEN_REDDIT_FEED, with the name in LISTEN_REDDIT_USER, opens what is closed to others.
 */
export const reddit = kindOf({
  url: 'optional',
  options: z
    .strictObject({ subreddits: names.optional(), query: words.optional() })
    .refine(({ subreddits, query }) => subreddits !== undefined || query !== undefined, {
      message: 'it needs subreddits or a query',
    }),
  look: async ({ subreddits, query }, source, state, context) => {
    const path =
      subreddits === undefined ? '' : `/r/${subreddits.map(encodeURIComponent).join('+')}`;
    const fields = queryOf({
      limit: 100,
      ...(query === undefined ? {} : { q: query, sort: 'new' }),
      ...(query !== undefined && subreddits !== undefined ? { restrict_sr: 1 } : {}),
      feed: keyFrom(context, 'LISTEN_REDDIT_FEED'),
      user: keyFrom(context, 'LISTEN_REDDIT_USER'),
    });
    const list = query === undefined ? '/new/.rss' : '/search.rss';
    const base = baseOf(source, 'https://www.reddit.com');
    const looked = await feedAt(`${base}${path}${list}?${fields}`, source, state, context);
    return people(looked);
  },
});

/** Rules and standing threads are nobody's voice. */
const people = (looked: Looked): Looked => {
  if (looked.kind !== 'entries') return looked;
  const [gone, there] = [looked.entries.filter(isGone), looked.entries.filter(isThere)];
  const ids = gone.flatMap(({ nativeId }) => (nativeId === undefined ? [] : [{ id: nativeId }]));
  return {
    ...looked,
    entries: there.filter(isByPerson),
    ...(ids.length === 0 ? {} : { gone: ids }),
  };
};

/** What authors or moderators took away still has its place in the feed. */
const isGone = ({ author = '', text }: Entry): boolean =>
  /^(?:\/?u\/)?\[deleted\]$/i.test(author) || /^\[(?:deleted|removed)\b[^\]]{0,40}\]$/i.test(text);

const isThere = (entry: Entry): boolean => !isGone(entry);

const isByPerson = ({ author = '', title = '' }: Entry): boolean =>
  !/^(?:\/?u\/)?(?:AutoModerator|[\w-]+bot)$/i.test(author) &&
  !/\b(?:daily|weekly|monthly)\b.*\b(?:thread|discussion|megathread)\b/i.test(title);

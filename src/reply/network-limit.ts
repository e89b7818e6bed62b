import { httpUrl } from '../text/http-url.ts';
import { charactersOf } from '../text/width.ts';

/** What a network takes of one reply, and how it counts. */
export type NetworkLimit = {
  readonly network: string;
  readonly most: number;
  /** Bytes of UTF-8, or what a reader counts as characters. */
  readonly unit: 'bytes' | 'characters';
  /** What every link counts as, however long it is. */
  readonly link?: number;
};

/**
 * The limits as the networks publish them, looked up in November 2026: Google Business Profile API v4, `ReviewReply`;
 * Bluesky lexicon `app.bsky.feed.post` (maxGraphemes); Mastodon, "Posting to your profile" (an instance may allow more);
 * X, "Counting characters"; Stack Exchange, "Comment everywhere"; Facebook comments, Reddit comments, Lemmy's and
 * YouTube's comments and Yelp's public comments as their help pages say.
 */
const limits = {
  google: { network: 'Google', most: 4096, unit: 'bytes' },
  bluesky: { network: 'Bluesky', most: 300, unit: 'characters' },
  mastodon: { network: 'Mastodon', most: 500, unit: 'characters', link: 23 },
  x: { network: 'X', most: 280, unit: 'characters', link: 23 },
  stackExchange: { network: 'a comment on Stack Exchange', most: 600, unit: 'characters' },
  yelp: { network: 'Yelp', most: 5000, unit: 'characters' },
  facebook: { network: 'Facebook', most: 8000, unit: 'characters' },
  reddit: { network: 'Reddit', most: 10_000, unit: 'characters' },
  lemmy: { network: 'Lemmy', most: 10_000, unit: 'characters' },
  youtube: { network: 'YouTube', most: 10_000, unit: 'characters' },
} as const satisfies Readonly<Record<string, NetworkLimit>>;

const byKind: Readonly<Record<string, NetworkLimit>> = {
  'google-business': limits.google,
  bluesky: limits.bluesky,
  mastodon: limits.mastodon,
  'stack-exchange': limits.stackExchange,
  yelp: limits.yelp,
  facebook: limits.facebook,
  reddit: limits.reddit,
  lemmy: limits.lemmy,
  youtube: limits.youtube,
};

/** By the host that a mention links to, and by the parts of Google where reviews stand. */
const byAddress: readonly (readonly [address: RegExp, limit: NetworkLimit])[] = [
  [/^(?:(?:maps|search|business)\.google\.|g\.page\/|g\.co\/|goo\.gl\/maps)/, limits.google],
  [/^google\.[a-z.]+\/(?:maps|search)/, limits.google],
  [/^bsky\.app\//, limits.bluesky],
  [/^(?:x|twitter)\.com\//, limits.x],
  [/^(?:[\w-]+\.)?(?:stackexchange|stackoverflow)\.com\//, limits.stackExchange],
  [/^yelp\.[a-z.]+\//, limits.yelp],
  [/^facebook\.com\//, limits.facebook],
  [/^(?:old\.)?reddit\.com\//, limits.reddit],
  [/^(?:youtube\.com|youtu\.be)\//, limits.youtube],
];

/** The limit where a mention is answered: as its link tells, else the kind of its source; undefined when neither does. */
export const networkLimitOf = (
  url: string | undefined,
  sourceKind: string | undefined,
): NetworkLimit | undefined => {
  const link = url === undefined ? undefined : httpUrl(url);
  const place = link && link.hostname.replace(/^(?:www|m|mobile)\./, '') + link.pathname;
  const known = place && byAddress.find(([address]) => address.test(place))?.[1];
  if (known) return known;
  return sourceKind !== undefined && Object.hasOwn(byKind, sourceKind)
    ? byKind[sourceKind]
    : undefined;
};

/** How long a text is as the network counts; in characters where no network is known. */
export const lengthIn = (text: string, limit?: NetworkLimit): number => {
  if (limit?.unit === 'bytes') return new TextEncoder().encode(text).length;
  const counted =
    limit?.link === undefined ? text : text.replace(/https?:\/\/\S+/g, 'x'.repeat(limit.link));
  // Counted with every key, and nearly all of what is typed needs no cutting into clusters.
  if (/^[\n -~]*$/.test(counted)) return counted.length;
  return [...charactersOf(counted)].length;
};

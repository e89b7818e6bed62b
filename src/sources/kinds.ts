import { z } from 'zod';
import type { Source, SourceState } from '../core/source.ts';
import { nearest } from '../text/similarity.ts';
import { bluesky } from './bluesky.ts';
import { blueskyStream } from './bluesky-stream.ts';
import { facebook } from './facebook.ts';
import { lookAtFeed } from './feed.ts';
import { folder } from './folder.ts';
import { googleBusiness } from './google-business.ts';
import { hackerNews } from './hacker-news.ts';
import { kindOf } from './kind.ts';
import type { Kind } from './kind.ts';
import type { KindName } from './kind-lines.ts';
import { lemmy } from './lemmy.ts';
import type { LookContext, Looked } from './look.ts';
import { mastodon } from './mastodon.ts';
import { bingNews, googleNews } from './news-search.ts';
import { openFda } from './openfda.ts';
import { pubMed } from './pubmed.ts';
import { reddit } from './reddit.ts';
import { stackExchange } from './stack-exchange.ts';
import { webPage } from './web-page.ts';
import { whoOutbreaks } from './who-outbreaks.ts';
import { yelp } from './yelp.ts';
import { youtube } from './youtube.ts';

const feed = kindOf({
  url: 'needed',
  options: z.strictObject({}),
  look: (_, source, state, context) => lookAtFeed(source, state, context),
});

/** Every kind of source; a new kind is a file beside this one and a line here. */
const kinds: Readonly<Record<KindName, Kind>> = {
  feed,
  page: webPage,
  folder,
  'google-news': googleNews,
  'bing-news': bingNews,
  reddit,
  mastodon,
  bluesky,
  'bluesky-stream': blueskyStream,
  lemmy,
  'hacker-news': hackerNews,
  'stack-exchange': stackExchange,
  youtube,
  'who-outbreaks': whoOutbreaks,
  openfda: openFda,
  pubmed: pubMed,
  'google-business': googleBusiness,
  facebook,
  yelp,
};

/** Looks at a source in the way of its kind. */
export const lookAt = async (
  source: Source,
  state: SourceState | undefined,
  context: LookContext,
): Promise<Looked> => {
  const kind = kindNamed(source.kind);
  return kind
    ? kind.look(source, state, context)
    : { kind: 'failed', why: unknownKind(source.kind) };
};

/** What is wrong with how the configuration names a source; undefined when nothing is. */
export const complaintAbout = (source: Source): string | undefined => {
  const kind = kindNamed(source.kind);
  return kind ? kind.check(source) : unknownKind(source.kind);
};

const kindNamed = (name: string): Kind | undefined =>
  Object.hasOwn(kinds, name) ? kinds[name as KindName] : undefined;

const unknownKind = (name: string): string => {
  const names = Object.keys(kinds);
  const near = nearest(name, names);
  const hint = near === undefined ? `there are ${names.join(', ')}` : `did you mean "${near}"?`;
  return `there is no kind of source called "${name}"; ${hint}`;
};

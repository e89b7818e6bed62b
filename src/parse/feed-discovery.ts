import { decodeEntities } from '../text/entities.ts';
import { httpUrl } from '../text/http-url.ts';
import { tagAt } from '../text/tag.ts';
import { lineOf } from './clean.ts';

/** A feed that a page offers. */
export type Offer = { readonly url: string; readonly title?: string };

/** Pages name their feeds in the head; nothing is looked for beyond this many characters. */
const longestPage = 1_000_000;

const mostOffers = 20;

/**
 * The feeds that a web page offers: `link rel="alternate"` of a feed's type first, then links that look like feeds.
 * Addresses are absolute; the feed of the page's comments comes last.
 */
export const discoverFeeds = (html: string, pageUrl: string): readonly Offer[] => {
  const page = html.slice(0, longestPage);
  let base = pageUrl;
  const declared: Offer[] = [];
  const linked: Offer[] = [];
  for (let open = page.indexOf('<'); open !== -1; open = page.indexOf('<', open)) {
    const tag = tagAt(page, open);
    if (!tag) {
      open += 1;
      continue;
    }
    if (tag.kind === 'tag' && !tag.closes && /^(?:link|a|base)$/.test(tag.name)) {
      const written = attributesOf(page.slice(open, Math.min(tag.end, open + 4000)));
      const href = written.get('href') ?? '';
      if (tag.name === 'base') base = httpUrl(href, pageUrl)?.href ?? base;
      else if (tag.name === 'link' && isFeedLink(written)) add(declared, href, base, written);
      else if (tag.name === 'a' && looksLikeFeed(href)) add(linked, href, base, written);
    }
    open = tag.end;
  }
  const all = [...declared, ...linked].filter(
    (offer, index, offers) => offers.findIndex(({ url }) => url === offer.url) === index,
  );
  return all.sort((a, b) => Number(isOfComments(a)) - Number(isOfComments(b))).slice(0, mostOffers);
};

const isFeedLink = (written: ReadonlyMap<string, string>): boolean =>
  /(?:^|\s)(?:alternate|feed)(?:\s|$)/i.test(written.get('rel') ?? '') &&
  (/^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|text\/xml|application\/xml)/i.test(
    written.get('type') ?? '',
  ) ||
    (written.get('type') === 'application/json' && /feed/i.test(written.get('href') ?? '')));

const looksLikeFeed = (href: string): boolean =>
  /(?:^feed:|\/(?:feed|rss|atom)\/?$|\.(?:rss|rdf|atom)(?:$|\?)|\/(?:rss|feed|atom|index)\.xml(?:$|\?)|feed\.json$)/i.test(
    href,
  );

const isOfComments = ({ url, title = '' }: Offer): boolean => /comments/i.test(`${url} ${title}`);

const add = (
  offers: Offer[],
  href: string,
  base: string,
  written: ReadonlyMap<string, string>,
): void => {
  const url = httpUrl(
    href.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'https:'),
    base,
  );
  if (url === undefined || offers.length >= mostOffers * 2) return;
  const title = lineOf(written.get('title') ?? '');
  offers.push({ url: url.href, ...(title === undefined ? {} : { title }) });
};

const attributesOf = (tag: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [, name = '', double, single, bare] of tag.matchAll(
    /([a-z-]{1,30})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi,
  ))
    if (!found.has(name.toLowerCase()))
      found.set(name.toLowerCase(), decodeEntities(double ?? single ?? bare ?? '').trim());
  return found;
};

import { cleanUrl } from '../text/link.ts';
import { cleanEntry, languageTag, lineOf } from './clean.ts';
import { childOf, textOf } from './element.ts';
import type { Element } from './element.ts';
import { blame, problemsOf } from './faults.ts';
import type { Faults } from './faults.ts';
import { isItem } from './feed-words.ts';
import { authorOf, readItem } from './item.ts';
import type { FeedContext } from './item.ts';
import type { Format, Parsed } from './parsed.ts';
import { readTree } from './tree.ts';
import { writtenIn } from './written.ts';

/** More items than any feed has; the rest of such a document is not worth its memory. */
const mostItems = 20_000;

/** Reads RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, and CDF, well-formed or not. `url` is where the document came from. */
export const parseXmlFeed = (document: string, url?: string): Parsed => {
  const { root, problems } = readTree(document, url);
  const feed = find(root, element => formatOf(element) !== undefined);
  const format = feed && formatOf(feed);
  if (feed === undefined || format === undefined) {
    const message = 'This is no feed: it has neither rss, feed, rdf nor channel.';
    return {
      format: 'unknown',
      entries: [],
      problems: [...problems, { kind: 'not-a-feed', message }],
    };
  }
  const head = childOf(feed, 'channel', 'atom:channel') ?? feed;
  const context = contextOf(head, format);
  const faults: Faults = new Map();
  const items = collect(root, element => isItem(element.name));
  if (items.length > mostItems) blame(faults, 'too-much', 'Only the first 20,000 items were read');
  const entries = items
    .slice(0, mostItems)
    .map(item => cleanEntry(readItem(item, context), faults))
    .filter(entry => entry !== undefined);
  // RFC 6721: what an Atom feed has withdrawn.
  const deleted = collect(root, ({ name }) => name === 'at:deleted-entry').flatMap(
    tombstone => tombstone.attributes.get('ref')?.trim() || [],
  );
  const titled = childOf(head, 'title', 'atom:title', 'dc:title');
  const written = titled && writtenIn(titled)?.value;
  const title = written === undefined ? undefined : lineOf(written);
  const language = context.language === undefined ? undefined : languageTag(context.language);
  const ttlMs = waitOf(head);
  return {
    format,
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    ...(ttlMs === undefined ? {} : { ttlMs }),
    entries,
    ...(deleted.length === 0 ? {} : { deleted }),
    problems: [...problems, ...problemsOf(faults)],
  };
};

const formatOf = ({ name, attributes }: Element): Format | undefined => {
  if (name === 'rss') return 'rss';
  if (name === 'rdf:rdf' || name === 'rdf') return 'rdf';
  if (/^(?:atom:)?(?:feed|entry)$/.test(name)) return 'atom';
  if (name === 'channel') return attributes.has('href') || attributes.has('base') ? 'cdf' : 'rss';
  return undefined;
};

/** Atom's items inherit the author of the feed; an RSS channel's editor wrote no item. */
const contextOf = (head: Element, format: Format): FeedContext => {
  const address =
    textOf(head, 'link') ??
    head.children
      .find(
        ({ name, attributes }) =>
          name.endsWith('link') && !/self|hub/.test(attributes.get('rel') ?? ''),
      )
      ?.attributes.get('href');
  return {
    link: address === undefined ? undefined : cleanUrl(address, head.base),
    author: format === 'atom' ? authorOf(head) : undefined,
    language: textOf(head, 'language', 'dc:language') ?? head.language,
  };
};

/** `ttl` is in minutes; the syndication module says how often in which period. */
const waitOf = (head: Element): number | undefined => {
  const minutes = Number(textOf(head, 'ttl'));
  if (minutes > 0 && minutes < 100_000) return minutes * 60_000;
  const period = periods.get(textOf(head, 'sy:updateperiod')?.toLowerCase() ?? '');
  const times = Number(textOf(head, 'sy:updatefrequency') ?? 1);
  return period === undefined || !(times >= 1) ? undefined : Math.round(period / times);
};

const hour = 3_600_000;
const periods = new Map([
  ['hourly', hour],
  ['daily', 24 * hour],
  ['weekly', 7 * 24 * hour],
  ['monthly', 30 * 24 * hour],
  ['yearly', 365 * 24 * hour],
]);

const find = (element: Element, matches: (element: Element) => boolean): Element | undefined => {
  for (const child of element.children) {
    const found = matches(child) ? child : find(child, matches);
    if (found) return found;
  }
  return undefined;
};

/** All matching elements in document order, wherever they stand: RDF has them beside the channel, CDF in channels. */
const collect = (element: Element, matches: (element: Element) => boolean): readonly Element[] =>
  element.children.flatMap(child => (matches(child) ? [child] : collect(child, matches)));

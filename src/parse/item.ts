import { attributeOf, childOf, childrenOf, ranked, ranking, textOf } from './element.ts';
import type { Element } from './element.ts';
import { linksOf } from './item-links.ts';
import type { RawEntry, Written } from './raw-entry.ts';
import { sourceRules } from './source-rules.ts';
import { writtenIn } from './written.ts';

/** What an item of any XML dialect says; the lists give the names of a field, best first. */
export const readItem = (item: Element, feed: FeedContext): RawEntry => {
  const inner = mediaOf(item);
  const raw: RawEntry = {
    id: idOf(item),
    links: linksOf(item, inner),
    base: linkBase(item, feed),
    title: firstWritten([item, ...inner], titleNames),
    texts: allWritten([item, ...inner], textNames),
    author: authorOf(item) ?? authorOfSource(item) ?? feed.author,
    publisher: publisherOf(item),
    published: datesOf(item, publishedNames),
    // CDF keeps it in an attribute.
    updated: [...datesOf(item, updatedNames), attributeOf(item, 'lastmod') ?? ''],
    rating: ratingOf([item, ...inner]),
    language: item.language ?? textOf(item, 'dc:language', 'language') ?? feed.language,
    hasMore: item.children.some(saysSomething),
  };
  return sourceRules(raw);
};

const saysSomething = ({ text, attributes, children }: Element): boolean =>
  text.trim() !== '' || attributes.size > 0 || children.some(saysSomething);

/** What items inherit from the feed around them. */
export type FeedContext = {
  readonly link?: string | undefined;
  readonly author?: string | undefined;
  readonly language?: string | undefined;
};

const titleNames = ranking(['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title']);

const textNames = ranking([
  ...['content:encoded', 'xhtml:body', 'body', 'xhtml:div', 'atom:content', 'content', 'fullitem'],
  ...['description', 'atom:summary', 'summary', 'media:description', 'abstract', 'dc:description'],
  ...['itunes:summary', 'excerpt:encoded', 'itunes:subtitle', 'media:text', 'dcterms:abstract'],
  ...['googleplay:description', 'yandex:full-text', 'prism:teaser'],
]);

const publishedNames = ranking([
  ...[
    'pubdate',
    'atom:published',
    'published',
    'dcterms:issued',
    'dcterms:available',
    'atom:issued',
    'issued',
  ],
  ...[
    'dc:date',
    'dcterms:date',
    'date',
    'dcterms:created',
    'atom:created',
    'created',
    'prism:publicationdate',
    'dc:issued',
    'dc:created',
    'media:pubdate',
    'dcterms:datesubmitted',
    'expirationdate',
  ],
]);

const updatedNames = ranking([
  ...['atom:updated', 'updated', 'dcterms:modified', 'atom:modified', 'modified', 'lastbuilddate'],
  ...['dc:modified', 'prism:modificationdate'],
]);

const datesOf = (item: Element, names: Ranks): readonly string[] =>
  ranked(item, names).map(date => date.text);

/** YouTube and Media RSS put an item's words into a group or its contents. */
const mediaOf = (item: Element): readonly Element[] => {
  const groups = childrenOf(item, 'media:group');
  const contents = [item, ...groups].flatMap(part => childrenOf(part, 'media:content'));
  return [...groups, ...contents];
};

const firstWritten = (parts: readonly Element[], names: Ranks): Written | undefined =>
  allWritten(parts, names).find(({ value }) => value.trim() !== '');

const allWritten = (parts: readonly Element[], names: Ranks): readonly Written[] =>
  parts.flatMap(part => ranked(part, names).flatMap(child => writtenIn(child) ?? []));

type Ranks = ReturnType<typeof ranking>;

const idOf = (item: Element): string | undefined =>
  textOf(item, 'guid', 'atom:id', 'id') ??
  attributeOf(item, 'rdf:about') ??
  textOf(item, 'dc:identifier');

/** Relative links are read against `xml:base` or the feed's address; a feed from a file only has its site's link. */
const linkBase = (item: Element, feed: FeedContext): string | undefined =>
  item.base && /^https?:/i.test(item.base) ? item.base : feed.link;

/** A person as an element (`name`, else `email`) or as text; several are joined. */
export const authorOf = (element: Element): string | undefined => {
  for (const name of [
    'dc:creator',
    'atom:author',
    'author',
    'itunes:author',
    'dc:author',
    'foaf:maker',
  ]) {
    const people = childrenOf(element, name).flatMap(author => personIn(author) ?? []);
    if (people.length > 0) return people.slice(0, mostAuthors).join(', ');
  }
  const owner = childOf(element, 'itunes:owner');
  return (
    textOf(element, 'dcterms:creator', 'media:credit', 'creator', 'managingeditor') ??
    textOf(element, 'googleplay:author', 'prism:author', 'byline') ??
    (owner && personIn(owner)) ??
    textOf(element, 'dc:publisher')
  );
};

/** RFC 4287: what an entry was copied from may name its author. */
const authorOfSource = (item: Element): string | undefined => {
  const source = childOf(item, 'atom:source');
  return source && authorOf(source);
};

const mostAuthors = 4;

const personIn = (author: Element): string | undefined =>
  childrenOf(author, 'foaf:person').flatMap(person => textOf(person, 'foaf:name') ?? [])[0] ??
  textOf(author, 'atom:name', 'name', 'foaf:name', 'itunes:name') ??
  (author.text.trim() || textOf(author, 'atom:email', 'email', 'atom:uri', 'uri'));

const publisherOf = (item: Element): string | undefined => {
  const source = childOf(item, 'source', 'atom:source');
  const name = source && (source.text.trim() || textOf(source, 'atom:title', 'title'));
  return name || textOf(item, 'news:source', 'dc:publisher');
};

const ratingNames = ranking([
  ...['review:rating', 'r:rating', 'rating', 'gd:rating', 'g:rating', 'schema:ratingvalue'],
  ...['ratingvalue', 'reviewrating', 'schema:reviewrating', 'stars', 'score'],
]);

const ratingOf = (parts: readonly Element[]): RawEntry['rating'] => {
  for (const rating of parts.flatMap(part => ranked(part, ratingNames))) {
    const value =
      rating.text.trim() ||
      attributeOf(rating, 'average') ||
      attributeOf(rating, 'value') ||
      textOf(rating, 'schema:ratingvalue', 'ratingvalue', 'value');
    const best = ['max', 'best', 'scale'].flatMap(name => attributeOf(rating, name) ?? []);
    if (value) return { value, best: best[0] ?? textOf(rating, 'bestrating', 'schema:bestrating') };
  }
  return undefined;
};

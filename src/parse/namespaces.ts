/** The namespaces that feeds use, by the prefix under which the rest of this room knows them. */
const known = new Map([
  ['http://www.w3.org/2005/atom', 'atom'],
  ['http://purl.org/atom/ns', 'atom'],
  ['http://example.com/newformat', 'atom'],
  ['http://necho.sourceforge.net', 'atom'],
  ['http://purl.org/echo', 'atom'],
  ['http://purl.org/atompub/tombstones/1.0', 'at'],
  ['http://purl.org/rss/1.0', ''],
  ['http://my.netscape.com/rdf/simple/0.9', ''],
  ['http://channel.netscape.com/rdf/simple/0.9', ''],
  ['http://my.netscape.com/publish/formats/rss-0.91.dtd', ''],
  ['http://backend.userland.com/rss', ''],
  ['http://backend.userland.com/rss2', ''],
  ['http://backend.userland.com/rss20', ''],
  ['http://blogs.law.harvard.edu/tech/rss', ''],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://purl.org/dc/elements/1.0', 'dc'],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/rss/1.0/modules/syndication', 'sy'],
  ['http://purl.org/rss/1.0/modules/description', 'description'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://search.yahoo.com/searchmonkey/media', 'media'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://example.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['http://www.google.com/schemas/play-podcasts/1.0', 'googleplay'],
  ['http://www.purl.org/rss/1.0/modules/link', 'link'],
  ['http://wellformedweb.org/commentapi', 'wfw'],
  ['http://xmlns.com/foaf/0.1', 'foaf'],
  ['http://schema.org', 'schema'],
  ['https://schema.org', 'schema'],
  ['http://schemas.google.com/g/2005', 'gd'],
]);

/** What prefixes stand for inside an element; the empty prefix is the default namespace. */
export type Scope = {
  readonly prefixes: ReadonlyMap<string, string>;
  /** Names that were looked up before. */
  readonly names: Map<string, string>;
};

/** Made anew for each document, since it remembers names. */
export const emptyScope = (): Scope => ({ prefixes: new Map(), names: new Map() });

/** The scope inside an element that declares namespaces. */
export const declaring = (outer: Scope, attributes: ReadonlyMap<string, string>): Scope => {
  let prefixes: Map<string, string> | undefined;
  for (const [name, uri] of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const prefix = name.slice(6);
    const normal = uri
      .trim()
      .toLowerCase()
      .replace(/[/#]+$/, '');
    const meaning = known.get(normal) ?? prefix;
    const isNews = (prefixes ?? outer.prefixes).get(prefix) !== meaning;
    if (!isNews || outer.prefixes.size >= mostPrefixes) continue;
    prefixes ??= new Map(outer.prefixes);
    prefixes.set(prefix, meaning);
  }
  return prefixes === undefined ? outer : { prefixes, names: new Map() };
};

/** An element's name with the prefix that this room uses for its namespace: `dc:creator`, `atom:title`, `item`. */
export const canonicalName = (name: string, { prefixes, names }: Scope): string => {
  const remembered = names.get(name);
  if (remembered !== undefined) return remembered;
  const colon = name.indexOf(':');
  const prefix = colon === -1 ? '' : name.slice(0, colon);
  const local = colon === -1 ? name : name.slice(colon + 1);
  const canonical = prefixes.get(prefix) ?? prefix;
  const isBare =
    canonical === '' || canonical === 'rss' || (canonical === 'atom' && ofRss.has(local));
  const whole = isBare ? local : `${canonical}:${local}`;
  if (names.size < mostNames) names.set(name, whole);
  return whole;
};

/** Names of RSS that some put into Atom feeds, without a thought of namespaces. */
const ofRss: ReadonlySet<string> = new Set([
  ...['guid', 'pubdate', 'description', 'lastbuilddate', 'comments', 'enclosure', 'creator'],
]);

/** Scopes are copied, so their size is bounded; the richest feeds declare about thirty. */
const mostPrefixes = 60;

/** No feed has so many kinds of element; a document that makes them up shall not fill the memory. */
const mostNames = 1000;

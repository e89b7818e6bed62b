/** Fields whose content people read; it may hold markup, which is kept as it was written. */
const writings: ReadonlySet<string> = new Set([
  ...['title', 'description', 'content', 'summary', 'fullitem', 'abstract', 'tagline'],
  ...['atom:title', 'atom:summary', 'atom:content', 'atom:subtitle', 'atom:tagline'],
  ...['content:encoded', 'excerpt:encoded', 'xhtml:body', 'xhtml:div', 'dc:title'],
  ...['dc:description', 'media:title', 'media:description', 'itunes:summary', 'itunes:subtitle'],
]);

/** Fields that hold a word or a line and never another field. */
const lines: ReadonlySet<string> = new Set([
  ...['link', 'guid', 'pubdate', 'comments', 'category', 'ttl', 'language', 'generator'],
  ...['lastbuilddate', 'dc:creator', 'dc:date', 'dc:subject', 'atom:id', 'atom:updated'],
  ...['atom:published', 'atom:modified', 'atom:issued', 'atom:created', 'id', 'updated'],
]);

/** HTML elements that have no end tag. */
const voids: ReadonlySet<string> = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param'],
  ...['source', 'track', 'wbr'],
]);

export const isWriting = (name: string): boolean => writings.has(name);

/** Names and titles, which are no HTML that stands in a text either. */
const names: ReadonlySet<string> = new Set([
  ...['title', 'atom:title', 'dc:title', 'media:title', 'author', 'itunes:author', 'dc:author'],
]);

/** Whether an element is a field of an item, and not markup of a text that it stands in. */
export const isField = (name: string): boolean => lines.has(name) || names.has(name);

export const isItem = (name: string): boolean =>
  name === 'item' || name === 'entry' || name === 'atom:entry';

export const isVoid = (name: string): boolean => voids.has(name);

/** Whether opening `inner` directly inside `outer` shows that the end tag of `outer` is missing or misspelt. */
export const showsMissingEnd = (inner: string, outer: string): boolean =>
  (lines.has(outer) || outer === 'title' || outer === 'atom:title') &&
  (lines.has(inner) || writings.has(inner)) &&
  inner !== 'xhtml:div';

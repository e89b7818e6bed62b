import { attributeOf, childrenOf, textOf } from './element.ts';
import type { Element } from './element.ts';

/** The addresses that may be an item's own page, best first. */
export const linksOf = (item: Element, media: readonly Element[]): readonly string[] => {
  // Nearly every item has one plain link, and nothing that would be better.
  const plain = childrenOf(item, 'link')[0]?.text.trim() ?? '';
  if (isWebAddress(plain) && childrenOf(item, 'feedburner:origlink').length === 0) return [plain];
  const all = [...childrenOf(item, 'link'), ...childrenOf(item, 'atom:link')];
  const guids = childrenOf(item, 'guid');
  const permalink = guids.filter(
    guid => attributeOf(guid, 'ispermalink')?.toLowerCase() !== 'false',
  );
  return [
    ...texts(childrenOf(item, 'feedburner:origlink')),
    ...texts(childrenOf(item, 'pheedo:origlink')),
    ...all.map(link => link.text.trim()).filter(isAddress),
    ...related(all, 'alternate', item),
    ...present(attributeOf(item, 'href')),
    ...texts(permalink).filter(isWebAddress),
    ...present(attributeOf(item, 'rdf:about')).filter(isWebAddress),
    ...present(textOf(item, 'atom:id', 'id')).filter(isWebAddress),
    ...related(all, 'related', item),
    ...childrenOf(item, 'atom:content').flatMap(content => attributeOf(content, 'src') ?? []),
    ...texts(guids).filter(isWebAddress),
    ...media.flatMap(part => attributeOf(part, 'url') ?? []),
    ...childrenOf(item, 'media:player').flatMap(player => attributeOf(player, 'url') ?? []),
    ...related(all, 'enclosure', item),
    ...childrenOf(item, 'enclosure').flatMap(enclosure => attributeOf(enclosure, 'url') ?? []),
    ...texts(childrenOf(item, 'comments')).filter(isWebAddress),
    ...related(all, 'self', item),
    ...['via', 'replies', 'edit', 'canonical'].flatMap(relation => related(all, relation, item)),
  ];
};

/** Links with this relation, those to HTML first; no relation means `alternate`. */
const related = (links: readonly Element[], relation: string, item: Element): readonly string[] =>
  links
    .filter(link => relationOf(link) === relation)
    .sort((a, b) => Number(isPage(b)) - Number(isPage(a)))
    .flatMap(link => addressIn(link, item) ?? []);

/** The address of a link, which may have a base of its own. */
const addressIn = (link: Element, item: Element): string | undefined => {
  const written = attributeOf(link, 'href');
  return written === undefined || link.base === item.base || !URL.canParse(written, link.base)
    ? written
    : new URL(written, link.base).href;
};

const relationOf = (link: Element): string =>
  (attributeOf(link, 'rel') ?? 'alternate').toLowerCase().replace(/^.*\//, '');

const isPage = (link: Element): boolean => {
  const type = attributeOf(link, 'type')?.toLowerCase();
  return type === undefined || type.includes('html');
};

const texts = (elements: readonly Element[]): readonly string[] =>
  elements.map(element => element.text.trim()).filter(text => text !== '');

const present = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

/** White space inside is a slip of whoever wrote it, unless the whole is a sentence. */
const isAddress = (text: string): boolean =>
  text !== '' && (/^https?:/i.test(text) || !/\s/.test(text));

const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);

/** Elements whose content nobody reads. */
export const unread = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'noembed',
  'svg',
  'object',
]);

/** How many line breaks an element asks for before and after itself. */
export const breaks = new Map<string, 1 | 2>([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'table', 'ul', 'ol', 'dl'].map(
    name => [name, 2] as const,
  ),
  ...['br', 'div', 'li', 'tr', 'hr', 'dt', 'dd', 'section', 'article', 'header', 'footer'].map(
    name => [name, 1] as const,
  ),
  ...['figure', 'figcaption', 'address', 'caption', 'form', 'details', 'summary', 'center'].map(
    name => [name, 1] as const,
  ),
]);

/** The rest of the elements that people and their editors put into feeds. */
const inline =
  'a abbr acronym applet area audio b base basefont bdi bdo big body button canvas cite code col colgroup data del dfn em embed fieldset font frame frameset head html i img input ins kbd label legend link main map mark math meta meter nav noframes noscript optgroup option output param picture progress q rp rt ruby s samp select small source span strike strong sub sup tbody td textarea tfoot th thead time title track tt u var video wbr o:p';

/** Everything that HTML calls an element; in titles only these count as tags, since people write `<3` and `<new>`. */
export const knownTags: ReadonlySet<string> = new Set([
  ...unread,
  ...breaks.keys(),
  ...inline.split(' '),
]);

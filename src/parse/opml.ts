import { cleanUrl } from '../text/link.ts';
import { lineOf } from './clean.ts';
import { attributeOf } from './element.ts';
import type { Element } from './element.ts';
import type { Problem } from './parsed.ts';
import { readTree } from './tree.ts';

/** One subscription of an OPML list. */
export type Outline = {
  readonly title: string;
  readonly url: string;
  readonly site?: string;
  /** The headings above it, outermost first. */
  readonly folders: readonly string[];
  /** What its keeper says of it, as in "stale since February". */
  readonly note?: string;
};

/** Reads the subscriptions of an OPML document, well-formed or not; never throws. */
export const parseOpml = (
  document: string,
): { readonly outlines: readonly Outline[]; readonly problems: readonly Problem[] } => {
  const { root, problems } = readTree(document);
  const outlines = find(root, []);
  const missing: readonly Problem[] =
    outlines.length > 0
      ? []
      : [{ kind: 'not-a-feed', message: 'There is no subscription in this OPML file.' }];
  return { outlines, problems: [...problems, ...missing] };
};

const find = (element: Element, folders: readonly string[]): readonly Outline[] =>
  element.children.flatMap(child => {
    const written = attributeOf(child, 'xmlurl');
    const url = written === undefined ? undefined : subscriptionUrl(written);
    const title = lineOf(attributeOf(child, 'title') ?? attributeOf(child, 'text') ?? '');
    if (url !== undefined) return [outlineOf(child, url, title, folders), ...find(child, folders)];
    const isFolder = child.name === 'outline' && title !== undefined;
    return find(child, isFolder ? [...folders, title] : folders);
  });

const outlineOf = (
  outline: Element,
  url: string,
  title: string | undefined,
  folders: readonly string[],
): Outline => {
  const site = cleanUrl(attributeOf(outline, 'htmlurl') ?? '');
  const note = lineOf(attributeOf(outline, 'description') ?? attributeOf(outline, 'comment') ?? '');
  return {
    title: title ?? url,
    url,
    ...(site === undefined ? {} : { site }),
    folders,
    ...(note === undefined ? {} : { note }),
  };
};

/** Readers write `feed:` and `feed://` for http; sample feeds lie in files. */
const subscriptionUrl = (written: string): string | undefined => {
  const address = written
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:/i, 'https:');
  if (/^file:[\w./-]+$/.test(address)) return address;
  return URL.canParse(address) && /^https?:/i.test(address) ? new URL(address).href : undefined;
};

/** Writes subscriptions as OPML 2.0, grouped under their headings; what `parseOpml` reads again. */
export const writeOpml = (title: string, outlines: readonly Outline[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${escaped(title)}</title>
  </head>
  <body>
${written(outlines, 0)}  </body>
</opml>
`;

const written = (outlines: readonly Outline[], depth: number): string => {
  const indent = '  '.repeat(depth + 2);
  const here = outlines.filter(({ folders }) => folders.length === depth);
  const folders = new Set(outlines.flatMap(({ folders }) => folders[depth] ?? []));
  const inner = [...folders].map(folder => {
    const within = outlines.filter(({ folders }) => folders[depth] === folder);
    return `${indent}<outline text="${escaped(folder)}">\n${written(within, depth + 1)}${indent}</outline>\n`;
  });
  return [...here.map(outline => `${indent}${subscription(outline)}\n`), ...inner].join('');
};

const subscription = ({ title, url, site, note }: Outline): string =>
  [
    `<outline type="rss" text="${escaped(title)}" xmlUrl="${escaped(url)}"`,
    site === undefined ? '' : ` htmlUrl="${escaped(site)}"`,
    note === undefined ? '' : ` description="${escaped(note)}"`,
    '/>',
  ].join('');

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

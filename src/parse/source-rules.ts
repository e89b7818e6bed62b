import type { RawEntry } from './raw-entry.ts';

/** What the big aggregators do to every item, undone. */
export const sourceRules = (raw: RawEntry): RawEntry => {
  const [link = ''] = raw.links;
  if (/^https?:\/\/news\.google\.com\//.test(link)) return googleNews(raw);
  if (/^https?:\/\/(?:\w+\.)?reddit\.com\//.test(link)) return reddit(raw);
  return raw;
};

/** After the text stand its author, a link and the comments; a post without text has nothing else. */
const reddit = (raw: RawEntry): RawEntry => ({
  ...raw,
  texts: raw.texts.map(({ as, value }) => ({ as, value: beforeSignature(value) })),
});

const beforeSignature = (html: string): string => {
  const signature = html.lastIndexOf('submitted by');
  if (signature === -1 || !html.includes('[comments]', signature)) return html;
  const marker = html.lastIndexOf('<!-- SC_ON -->', signature);
  return html.slice(0, marker === -1 ? signature : marker);
};

/** Titles read `Headline - Publisher`, and the description only lists links to the same story. */
const googleNews = (raw: RawEntry): RawEntry => {
  const { title, publisher } = raw;
  if (title === undefined || publisher === undefined)
    return { ...raw, texts: [], kind: 'headline' };
  const suffix = ` - ${publisher}`;
  const value = title.value.endsWith(suffix) ? title.value.slice(0, -suffix.length) : title.value;
  return { ...raw, title: { ...title, value }, texts: [], kind: 'headline' };
};

import type { RawEntry } from './raw-entry.ts';

/** What the big aggregators do to every item, undone. */
export const sourceRules = (raw: RawEntry): RawEntry => {
  const [link = ''] = raw.links;
  if (/^https?:\/\/news\.google\.com\//.test(link)) return googleNews(raw);
  return raw;
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

import type { Entry } from '../core/mention.ts';
import { capped } from '../text/cap.ts';
import { fingerprint } from '../text/hash.ts';
import { htmlToText, inlineText } from '../text/html.ts';
import { cleanUrl } from '../text/link.ts';
import { terminalLine, terminalSafe } from '../text/terminal.ts';
import { parseDate } from './dates.ts';
import { blame } from './faults.ts';
import type { Faults } from './faults.ts';
import { personName } from './person.ts';
import { parseRating } from './rating.ts';
import type { RawEntry, Written } from './raw-entry.ts';

const longestTitle = 500;
const longestText = 20_000;
const longestName = 200;
const longestId = 300;

/** The entry that a raw one stands for: plain, terminal-safe, bounded; undefined when it says nothing at all. */
export const cleanEntry = (raw: RawEntry, faults: Faults): Entry | undefined => {
  const title = titleOf(raw, faults);
  const text = raw.texts.reduce((found, written) => found || textOf(written, faults), '');
  const url = firstOf(raw.links, link => cleanUrl(link, raw.base));
  const published = firstOf(raw.published, parseDate);
  const updated = firstOf(raw.updated, parseDate);
  const entry = withoutBlanks({
    nativeId: raw.id === undefined ? undefined : shortId(raw.id),
    url,
    title,
    text,
    author: raw.author === undefined ? undefined : lineOf(personName(raw.author)),
    publisher: raw.publisher === undefined ? undefined : lineOf(raw.publisher),
    publishedAt: published ?? updated,
    updatedAt: published === undefined || updated === published ? undefined : updated,
    rating: raw.rating && parseRating(raw.rating.value, raw.rating.best),
    kind: raw.kind,
    language: raw.language === undefined ? undefined : languageTag(raw.language),
    exported: raw.exported,
  });
  if (saysAnything(entry) || raw.hasMore) return entry;
  blame(faults, 'skipped', 'An item that says nothing was skipped');
  return undefined;
};

/** Whether anything is there besides what every item of its source has. */
const saysAnything = ({ text, kind: _kind, language: _language, ...said }: Entry): boolean =>
  text !== '' || Object.keys(said).length > 0;

/** A one-line field, cleaned and bounded; undefined when nothing is left. */
export const lineOf = (html: string): string | undefined =>
  capped(terminalLine(inlineText(html, longestName * 2)), longestName) || undefined;

const titleOf = ({ title, exported }: RawEntry, faults: Faults): string | undefined => {
  if (title === undefined) return undefined;
  // Many feeds call titles plain text that are HTML; ours are.
  const isPlain = exported !== undefined && title.as === 'text';
  const line = terminalLine(isPlain ? title.value : inlineText(title.value, longestTitle * 4));
  if (line.length > longestTitle) blame(faults, 'shortened', 'A title was cut at 500 characters');
  return capped(line, longestTitle) || undefined;
};

const textOf = ({ as, value }: Written, faults: Faults): string => {
  const readable = as === 'html' ? htmlToText(value, longestText) : value;
  const text = terminalSafe(readable.slice(0, longestText * 2)).trim();
  if (text.length > longestText) blame(faults, 'shortened', 'A text was cut at 20,000 characters');
  return capped(text, longestText);
};

/** An id is only compared, so a long one may end in its fingerprint. */
const shortId = (id: string): string | undefined => {
  const line = terminalLine(id.slice(0, longestText));
  return line.length > longestId
    ? `${capped(line, longestId - 20)}${fingerprint(id)}`
    : line || undefined;
};

/** `en_us` and `EN-US` are both written as BCP 47 wants it; what is no language tag is dropped. */
export const languageTag = (tag: string): string | undefined => {
  const [, language, region] =
    /^([a-z]{2,3})(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.@]|$)/i.exec(tag.trim()) ?? [];
  if (language === undefined) return undefined;
  return region === undefined
    ? language.toLowerCase()
    : `${language.toLowerCase()}-${region.toUpperCase()}`;
};

const firstOf = <T>(
  written: readonly string[],
  read: (text: string) => T | undefined,
): T | undefined => {
  for (const text of written) {
    const value = read(text);
    if (value !== undefined) return value;
  }
  return undefined;
};

type Blanks = { [Key in keyof Entry]: Entry[Key] | undefined } & { readonly text: string };

const withoutBlanks = (entry: Blanks): Entry => {
  const kept: { -readonly [Key in keyof Blanks]?: Entry[Key] } = {};
  if (entry.nativeId !== undefined) kept.nativeId = entry.nativeId;
  if (entry.url !== undefined) kept.url = entry.url;
  if (entry.title !== undefined) kept.title = entry.title;
  kept.text = entry.text;
  if (entry.author !== undefined) kept.author = entry.author;
  if (entry.publisher !== undefined) kept.publisher = entry.publisher;
  if (entry.publishedAt !== undefined) kept.publishedAt = entry.publishedAt;
  if (entry.updatedAt !== undefined) kept.updatedAt = entry.updatedAt;
  if (entry.rating !== undefined) kept.rating = entry.rating;
  if (entry.kind !== undefined) kept.kind = entry.kind;
  if (entry.language !== undefined) kept.language = entry.language;
  if (entry.exported !== undefined) kept.exported = entry.exported;
  return kept as Entry;
};

import { decodeEntities, hasEntities } from './entities.ts';
import { breaks, knownTags, unread } from './html-tags.ts';
import { isWideSpace } from './space.ts';
import { tagAt } from './tag.ts';
import type { Tag } from './tag.ts';

/**
 * HTML as a person reads it: blocks on lines of their own, lists with bullets, images by their alternative text,
 * references decoded (twice where they were escaped twice). Plain text keeps its line breaks. Takes linear time and
 * stops soon after `limit` characters.
 */
export const htmlToText = (html: string, limit = 20_000): string => {
  const text = readOnce(html, limit);
  const wasEscapedTwice = hasEntities(text) || hasLeftoverTag(text);
  return wasEscapedTwice ? readOnce(text, limit) : text;
};

/** A title or a name: known tags taken out, references decoded; `<3` and `<new>` stay. On one line. */
export const inlineText = (html: string, limit = 2000): string => {
  const once = readInline(html, limit);
  const text = hasEntities(once) || hasLeftoverTag(once) ? readInline(once, limit) : once;
  return text.replace(/\s+/g, ' ').trim();
};

/** A tag that survived one reading was escaped once more than it should have been. */
const leftoverTag = /<\/?(?:p|br|div|a|span|b|i|em|strong|li|ul|img|font)(?:\s[^<>]{0,500})?\/?>/i;

const hasLeftoverTag = (text: string): boolean => text.includes('<') && leftoverTag.test(text);

const readInline = (html: string, limit: number): string => {
  const head = html.slice(0, limit * 4);
  if (!head.includes('<')) return decodeEntities(head);
  let text = '';
  let done = 0;
  for (let open = head.indexOf('<'); open !== -1; open = head.indexOf('<', open)) {
    const tag = tagAt(head, open);
    const isTag = tag?.kind === 'aside' || (tag?.kind === 'tag' && knownTags.has(tag.name));
    if (!tag || !isTag) {
      open += 1;
      continue;
    }
    text += decodeEntities(head.slice(done, open));
    if (tag.kind === 'tag' && breaks.has(tag.name)) text += ' ';
    if (tag.kind === 'tag' && tag.name === 'img') text += alternativeText(head, open, tag.end);
    open = done = tag.end;
  }
  return text + decodeEntities(head.slice(done));
};

const readOnce = (html: string, limit: number): string => {
  if (!/<[a-z!/?]/i.test(html)) return plain(decodeEntities(html.slice(0, limit * 4)));
  const page: Page = { written: '', due: '' };
  let done = 0;
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', open)) {
    const tag = tagAt(html, open);
    if (!tag) {
      open += 1;
      continue;
    }
    write(page, html.slice(done, open));
    if (page.written.length > limit) return page.written;
    if (tag.kind === 'tag') draw(page, html, open, tag);
    if (tag.kind === 'verbatim') write(page, html.slice(tag.from, tag.to));
    open = done =
      tag.kind === 'tag' && !tag.closes && unread.has(tag.name) ? skipPast(html, tag) : tag.end;
  }
  write(page, html.slice(done, done + limit * 2));
  return page.written;
};

const draw = (page: Page, html: string, open: number, tag: Tag): void => {
  const lines = breaks.get(tag.name);
  if (lines !== undefined) breakLine(page, lines, tag.name === 'br');
  if (tag.name === 'li' && !tag.closes) write(page, '• ');
  else if (tag.name === 'td' || tag.name === 'th') write(page, ' ');
  else if (tag.name === 'img') write(page, alternativeText(html, open, tag.end));
  else if (tag.name === 'q') write(page, tag.closes ? '”' : '“');
};

const alternativeText = (html: string, start: number, end: number): string => {
  const [, , double, single] =
    /\salt\s*=\s*("([^"]*)"|'([^']*)')/i.exec(html.slice(start, Math.min(end, start + 4000))) ?? [];
  return double ?? single ?? '';
};

/** Past the end tag of an element that nobody reads; to the end of the text when it never ends. */
const skipPast = (html: string, { name, end, selfCloses }: Tag): number => {
  if (selfCloses) return end;
  const closing = new RegExp(`</${name}[\\s>/]`, 'gi');
  closing.lastIndex = end;
  const found = closing.exec(html);
  if (!found) return html.length;
  const close = html.indexOf('>', found.index);
  return close === -1 ? html.length : close + 1;
};

const plain = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** What is written so far, and the breaks or the space that are due before the next word. */
type Page = { written: string; due: '' | ' ' | '\n' | '\n\n' };

/** Whether any white space is not a single space; a loop, since every word of every feed passes here. */
const hasUnevenSpace = (text: string): boolean => {
  let before = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit <= 32 ? unit !== 32 || before === 32 : unit >= 0xa0 && isWideSpace(unit)) return true;
    before = unit;
  }
  return false;
};

const write = (page: Page, piece: string): void => {
  if (piece === '') return;
  const decoded = decodeEntities(piece);
  const words = hasUnevenSpace(decoded) ? decoded.replace(/\s+/g, ' ') : decoded;
  const begins = words.startsWith(' ');
  if (begins) page.due ||= ' ';
  if (words === ' ') return;
  const ends = words.endsWith(' ');
  page.written +=
    (page.written === '' ? '' : page.due) + words.slice(begins ? 1 : 0, ends ? -1 : undefined);
  page.due = ends ? ' ' : '';
};

const breakLine = (page: Page, lines: 1 | 2, again: boolean): void => {
  const hasLine = page.due === '\n' || page.due === '\n\n';
  if (lines === 2 || (again && hasLine)) page.due = '\n\n';
  else if (!hasLine) page.due = '\n';
};

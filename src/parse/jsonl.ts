import { fieldOf, isObject, readJson, textField } from './json.ts';
import type { Json } from './json.ts';
import { filePageOf } from './file-page.ts';
import type { FilePage, FileRow } from './file-page.ts';
import { present } from './page.ts';
import type { RawEntry } from './raw-entry.ts';
import { mentionId, mentionKinds } from '../core/mention.ts';
import { isFingerprint } from '../text/hash.ts';

/**
 * Reads JSON lines as `listen export --format jsonl` and `listen list --json` write them, and whatever is near: `text`,
 * and if it is there `id`, `title`, `url`, `author`, `rating`, `publishedAt`, `kind`. A line that is none is reported.
 */
export const parseJsonLines = (document: string): FilePage => {
  const lines = document.replace(/^\ufeff/, '').split(/\r?\n/);
  const rows = lines.flatMap((line, index): readonly FileRow[] => {
    if (line.trim() === '') return [];
    const at = index + 1;
    const json = readJson(line);
    return [isObject(json) ? { at, item: rawLine(json) } : { at, why: 'it is no JSON object' }];
  });
  return filePageOf(rows);
};

/** Reads the same as one list, as `listen export --format json` writes it; items are counted from 1. */
export const parseJsonList = (document: string): FilePage => {
  const json = readJson(document);
  if (!Array.isArray(json))
    return filePageOf([], [{ kind: 'broken-json', message: 'This file is no list in JSON.' }]);
  return filePageOf(
    json.map((item: unknown, index): FileRow => {
      const at = index + 1;
      return isObject(item) ? { at, item: rawLine(item) } : { at, why: 'it is no JSON object' };
    }),
  );
};

const rawLine = (line: Json): RawEntry => {
  const first = (...names: readonly string[]): string | undefined =>
    names.map(name => textField(line, name)).find(text => text !== undefined);
  const title = first('title', 'headline', 'subject');
  const exported = exportedAs(line);
  // What we wrote is plain text, in which `<` is just a character.
  const as = exported === undefined ? 'html' : 'text';
  const rating = first('rating', 'stars', 'starRating', 'score');
  return {
    id: exported === undefined ? first('nativeId', 'id', 'guid') : undefined,
    links: present(first('url', 'link', 'permalink')),
    title: title === undefined ? undefined : { as, value: title },
    texts: present(first('text', 'comment', 'body', 'content', 'review')).map(value => ({
      as,
      value,
    })),
    author: first('author', 'reviewer', 'name') ?? textField(line, 'author', 'name'),
    publisher: first('publisher'),
    published: present(first('publishedAt', 'date', 'createTime', 'created_at', 'published')),
    updated: present(first('updatedAt', 'updateTime')),
    rating: rating === undefined ? undefined : { value: rating },
    language: first('language', 'lang'),
    kind: mentionKinds.find(kind => kind === fieldOf(line, 'kind')),
    exported,
  };
};

/** What only a line of our own has: the id that one of our stores gave it, its source, and when it was first seen. */
const exportedAs = (line: Json): RawEntry['exported'] => {
  const [id = '', source = ''] = [textField(line, 'id'), textField(line, 'source')];
  const isOurs = fieldOf(line, 'verdict') !== undefined && textField(line, 'seenAt') !== undefined;
  return isOurs && isFingerprint(id) && /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(source)
    ? { id: mentionId(id), source }
    : undefined;
};

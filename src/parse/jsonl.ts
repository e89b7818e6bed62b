import { fieldOf, isObject, readJson, textField } from './json.ts';
import type { Json } from './json.ts';
import { filePageOf } from './file-page.ts';
import type { FilePage, FileRow } from './file-page.ts';
import { present } from './page.ts';
import type { RawEntry } from './raw-entry.ts';
import { mentionKinds } from '../core/mention.ts';

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

const rawLine = (line: Json): RawEntry => {
  const first = (...names: readonly string[]): string | undefined =>
    names.map(name => textField(line, name)).find(text => text !== undefined);
  const title = first('title', 'headline', 'subject');
  const rating = first('rating', 'stars', 'starRating', 'score');
  return {
    id: first('nativeId', 'id', 'guid'),
    links: present(first('url', 'link', 'permalink')),
    title: title === undefined ? undefined : { as: 'html', value: title },
    texts: present(first('text', 'comment', 'body', 'content', 'review')).map(value => ({
      as: 'html',
      value,
    })),
    author: first('author', 'reviewer', 'name') ?? textField(line, 'author', 'name'),
    publisher: first('publisher'),
    published: present(first('publishedAt', 'date', 'createTime', 'created_at', 'published')),
    updated: present(first('updatedAt', 'updateTime')),
    rating: rating === undefined ? undefined : { value: rating },
    language: first('language', 'lang'),
    kind: mentionKinds.find(kind => kind === fieldOf(line, 'kind')),
  };
};

import { fieldOf, isObject, readJson, textField } from './json.ts';
import type { Json } from './json.ts';
import { pageOf, present } from './page.ts';
import type { Page } from './page.ts';
import type { RawEntry } from './raw-entry.ts';
import { mentionKinds } from '../core/mention.ts';

/**
 * Reads JSON lines as `listen export --format jsonl` and `listen list --json` write them, and whatever is near: `text`,
 * and if it is there `id`, `title`, `url`, `author`, `rating`, `publishedAt`, `kind`. A line that is none is reported.
 */
export const parseJsonLines = (document: string): Page => {
  const lines = document.replace(/^\ufeff/, '').split(/\r?\n/);
  const items: RawEntry[] = [];
  const bad: number[] = [];
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const json = readJson(line);
    if (isObject(json)) items.push(rawLine(json));
    else bad.push(index + 1);
  });
  const which = bad.slice(0, 5).join(', ') + (bad.length > 5 ? ' …' : '');
  const message = `${bad.length === 1 ? 'Line' : 'Lines'} ${which} held no JSON object.`;
  return pageOf(items, bad.length === 0 ? {} : { problems: [{ kind: 'broken-json', message }] });
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

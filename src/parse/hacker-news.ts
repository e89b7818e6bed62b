import { fieldOf, listField, textField } from './json.ts';
import type { Json } from './json.ts';
import { pageFromJson, pageOf, present, refusalOf } from './page.ts';
import type { Page } from './page.ts';
import type { RawEntry } from './raw-entry.ts';

/** Reads a search of Hacker News (Algolia): stories and comments. `next` is the number of the next page. */
export const parseHackerNews = (document: string): Page =>
  pageFromJson(document, json => {
    const message = textField(json, 'message');
    if (message !== undefined && fieldOf(json, 'hits') === undefined) return refusalOf(message);
    const [page, pages] = [
      Number(fieldOf(json, 'page') ?? 0),
      Number(fieldOf(json, 'nbPages') ?? 0),
    ];
    const next = page + 1 < pages ? String(page + 1) : undefined;
    return pageOf(listField(json, 'hits').map(rawHit), { next });
  });

const rawHit = (hit: Json): RawEntry => {
  const comment = textField(hit, 'comment_text');
  const id = textField(hit, 'objectID');
  const title =
    textField(hit, 'title') ?? (comment === undefined ? textField(hit, 'story_title') : undefined);
  return {
    id,
    // The talk is what we listen to, so its page comes before the page that it is about.
    links: present(
      id === undefined ? undefined : `https://news.ycombinator.com/item?id=${id}`,
      textField(hit, 'url'),
    ),
    title: title === undefined ? undefined : { as: 'html', value: title },
    texts: present(comment, textField(hit, 'story_text')).map(value => ({ as: 'html', value })),
    author: textField(hit, 'author'),
    published: present(textField(hit, 'created_at_i'), textField(hit, 'created_at')),
    updated: [],
    kind: comment === undefined ? 'post' : 'comment',
  };
};

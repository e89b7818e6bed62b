import { markdownToText } from '../text/markdown.ts';
import { fieldOf, listField, textField } from './json.ts';
import type { Json } from './json.ts';
import { pageFromJson, pageOf, present, refusalOf } from './page.ts';
import type { Page } from './page.ts';
import type { RawEntry } from './raw-entry.ts';

/** Reads a search or a list of Lemmy's API (version 3): posts and comments, in Markdown. Bots are left out. */
export const parseLemmy = (document: string): Page =>
  pageFromJson(document, json => {
    const error = textField(json, 'error');
    if (error !== undefined) return refusalOf(textField(json, 'message') ?? error);
    const views = [...listField(json, 'posts'), ...listField(json, 'comments')];
    const [gone, there] = [views.filter(isGone), views.filter(view => !isGone(view))];
    return pageOf(there.filter(isByPerson).map(rawView), {
      next: textField(json, 'next_page'),
      deleted:
        gone.length === 0
          ? undefined
          : gone.flatMap(view => textField(itemOf(view), 'ap_id') ?? []),
    });
  });

const itemOf = (view: Json): unknown => fieldOf(view, 'comment') ?? fieldOf(view, 'post');

const isGone = (view: Json): boolean =>
  fieldOf(itemOf(view), 'deleted') === true || fieldOf(itemOf(view), 'removed') === true;

const isByPerson = (view: Json): boolean => fieldOf(view, 'creator', 'bot_account') !== true;

const rawView = (view: Json): RawEntry => {
  const item = itemOf(view);
  const title = textField(item, 'name');
  const words = textField(item, 'content') ?? textField(item, 'body') ?? '';
  return {
    id: textField(item, 'ap_id') ?? textField(item, 'id'),
    links: present(textField(item, 'ap_id'), textField(item, 'url')),
    title: title === undefined ? undefined : { as: 'text', value: title },
    texts: [{ as: 'text', value: markdownToText(words) }],
    author: textField(view, 'creator', 'display_name') ?? textField(view, 'creator', 'name'),
    published: present(textField(item, 'published')),
    updated: present(textField(item, 'updated')),
    kind: fieldOf(view, 'comment') === undefined ? 'post' : 'comment',
  };
};

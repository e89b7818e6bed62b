import { fieldOf, listField, textField } from './json.ts';
import type { Json } from './json.ts';
import { pageFromJson, pageOf, present, refusalOf } from './page.ts';
import type { Page } from './page.ts';
import type { RawEntry } from './raw-entry.ts';

const day = 86_400_000;

/** Reads a search of Stack Exchange. `waitMs` is its `backoff`, or a day when the quota is used up. */
export const parseStackExchange = (document: string): Page =>
  pageFromJson(document, json => {
    const backoff = Number(fieldOf(json, 'backoff') ?? 0) * 1000;
    const waitMs = fieldOf(json, 'quota_remaining') === 0 ? day : backoff || undefined;
    const error = textField(json, 'error_message');
    if (error !== undefined) return refusalOf(error, { waitMs });
    const next =
      fieldOf(json, 'has_more') === true
        ? String(Number(fieldOf(json, 'page') ?? 1) + 1)
        : undefined;
    return pageOf(listField(json, 'items').map(rawQuestion), { waitMs, next });
  });

const rawQuestion = (item: Json): RawEntry => ({
  id: textField(item, 'question_id') ?? textField(item, 'link'),
  links: present(textField(item, 'link')),
  title: { as: 'html', value: textField(item, 'title') ?? '' },
  texts: present(textField(item, 'body'), textField(item, 'excerpt')).map(value => ({
    as: 'html',
    value,
  })),
  author: textField(item, 'owner', 'display_name'),
  published: present(textField(item, 'creation_date')),
  updated: present(textField(item, 'last_edit_date')),
  kind: 'question',
});

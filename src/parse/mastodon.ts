import { fieldOf, isObject, listField, textField } from './json.ts';
import type { Json } from './json.ts';
import { pageFromJson, pageOf, present, refusalOf } from './page.ts';
import type { Page } from './page.ts';
import type { RawEntry } from './raw-entry.ts';

/**
 * Reads a timeline or a search of Mastodon's API. Boosts count as what they boost; posts of bots are left out, since
 * they only repeat feeds. `newest` is for `since_id`.
 */
export const parseMastodon = (document: string): Page =>
  pageFromJson(document, json => {
    const statuses = Array.isArray(json) ? json.filter(isObject) : listField(json, 'statuses');
    const error = textField(json, 'error');
    if (error !== undefined) return refusalOf(error);
    const own = statuses.map(status => {
      const boosted = fieldOf(status, 'reblog');
      return isObject(boosted) ? boosted : status;
    });
    const people = own.filter(status => fieldOf(status, 'account', 'bot') !== true);
    return pageOf(people.map(rawStatus), { newest: newestOf(statuses) });
  });

const rawStatus = (status: Json): RawEntry => ({
  id: textField(status, 'uri') ?? textField(status, 'id'),
  links: present(textField(status, 'url'), textField(status, 'uri')),
  title: contentWarning(status),
  texts: [
    {
      as: 'html',
      value: (textField(status, 'content') ?? '') + pictures(status) + choices(status),
    },
  ],
  author: textField(status, 'account', 'display_name') ?? textField(status, 'account', 'acct'),
  published: present(textField(status, 'created_at')),
  updated: present(textField(status, 'edited_at')),
  language: textField(status, 'language'),
  kind: 'post',
});

/** What the author put before a sensitive post, which is the only title that a status has. */
const contentWarning = (status: Json): RawEntry['title'] => {
  const warning = textField(status, 'spoiler_text');
  return warning === undefined ? undefined : { as: 'html', value: warning };
};

/** What pictures show, in the words of whoever posted them, where a post has no others. */
const pictures = (status: Json): string =>
  (textField(status, 'content') ?? '').replace(/<[^>]{0,300}>/g, '').trim() === ''
    ? listField(status, 'media_attachments')
        .map(media => `<p>${textField(media, 'description') ?? ''}</p>`)
        .join('')
    : '';

const choices = (status: Json): string =>
  listField(status, 'poll', 'options')
    .map(option => `<li>${textField(option, 'title') ?? ''}</li>`)
    .join('');

/** Ids are numbers too long for JavaScript: the longest, then the last in order, is the newest. */
const newestOf = (statuses: readonly Json[]): string | undefined =>
  statuses
    .flatMap(status => textField(status, 'id') ?? [])
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .at(-1);

import { fieldOf, isObject, listField, textField } from './json.ts';
import type { Json } from './json.ts';
import { pageFromJson, pageOf, present, refusalOf } from './page.ts';
import type { Page } from './page.ts';
import { withFacets } from './bluesky-facets.ts';
import type { RawEntry } from './raw-entry.ts';

/** Reads an author feed or a search of Bluesky. Reposts are left out, and so is what moderation hides. */
export const parseBluesky = (document: string): Page =>
  pageFromJson(document, json => {
    const error = textField(json, 'error');
    if (error !== undefined) return refusalOf(textField(json, 'message') ?? error);
    const own = listField(json, 'feed').filter(item => fieldOf(item, 'reason') === undefined);
    const posts = [...own.map(item => fieldOf(item, 'post')), ...listField(json, 'posts')];
    const shown = posts.filter(isObject).filter(post => !isHidden(post));
    return pageOf(shown.map(rawPost), { next: textField(json, 'cursor') });
  });

const rawPost = (post: Json): RawEntry => {
  const uri = textField(post, 'uri');
  const author = textField(post, 'author', 'handle') ?? textField(post, 'author', 'did');
  return {
    ...rawRecord(fieldOf(post, 'record'), uri, author),
    author: textField(post, 'author', 'displayName') ?? author,
    published: present(textField(post, 'record', 'createdAt'), textField(post, 'indexedAt')),
  };
};

/** A post's record, as feeds and the stream both carry it; `author` is a handle or a DID. */
export const rawRecord = (
  record: unknown,
  uri: string | undefined,
  author: string | undefined,
): RawEntry => {
  const key = uri?.split('/').at(-1);
  return {
    id: uri,
    links: present(key && author ? `https://bsky.app/profile/${author}/post/${key}` : undefined),
    texts: [{ as: 'text', value: withFacets(record) }, ...pictures(record)],
    author,
    published: present(textField(record, 'createdAt')),
    updated: [],
    language: firstText(fieldOf(record, 'langs')),
    kind: 'post',
  };
};

const firstText = (list: unknown): string | undefined => {
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  return typeof first === 'string' ? first : undefined;
};

const pictures = (record: unknown): RawEntry['texts'] =>
  listField(record, 'embed', 'images')
    .flatMap(image => textField(image, 'alt') ?? [])
    .map(value => ({ as: 'text', value }));

/** Labels with which moderators say that nobody should be shown this. */
const isHidden = (post: Json): boolean =>
  [...listField(post, 'labels'), ...listField(post, 'author', 'labels')].some(label =>
    /^(?:!hide|!takedown|spam)$/.test(textField(label, 'val') ?? ''),
  );

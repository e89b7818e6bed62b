import { z } from 'zod';
import type { SourceState } from '../core/source.ts';
import { isObject, readJson, fieldOf, textField } from '../parse/json.ts';
import { parseMastodon } from '../parse/mastodon.ts';
import { feedAt } from './feed-at.ts';
import { baseOf, kindOf, queryOf, slugged } from './kind.ts';
import { keyFrom } from './keys.ts';
import type { LookContext } from './look.ts';
import { readPages } from './pages.ts';

/** A hashtag or an account on a Mastodon instance: by its interface where the instance lets us, else by its feed. */
export const mastodon = kindOf({
  url: 'needed',
  options: z
    .strictObject({
      tag: slugged.optional(),
      account: slugged.optional(),
      token_from: slugged.optional(),
    })
    .refine(({ tag, account }) => (tag === undefined) !== (account === undefined), {
      message: 'it needs either a tag or an account',
    }),
  look: async ({ tag, account, token_from }, source, state, context) => {
    const base = baseOf(source, '');
    const token = token_from === undefined ? undefined : keyFrom(context, token_from);
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const known = remembered(state);
    const path =
      known?.path ??
      (tag === undefined
        ? await accountPath(base, account ?? '', headers, context)
        : await tagPath(base, tag, token !== undefined, context));
    const feed = tag === undefined ? `@${(account ?? '').replace(/^@/, '')}` : `tags/${tag}`;
    if (path === undefined) return feedAt(`${base}/${feed}.rss`, source, state, context);
    const looked = await readPages(
      {
        parse: parseMastodon,
        ask: before => ({
          url: `${base}${path}?${queryOf({ limit: 40, since_id: known?.since, max_id: before })}`,
          headers,
        }),
        nextIn: ({ link }) => olderIn(String(link ?? '')),
        most: known?.since === undefined ? 1 : mostPages,
        secrets: token === undefined ? [] : [token],
      },
      context,
      // What a page that failed would have brought is asked for again.
      (newest, isWhole) =>
        JSON.stringify({ path, since: (isWhole ? newest : undefined) ?? known?.since }),
    );
    // An instance may say that it is open and still close some timelines.
    return looked.kind === 'blocked' && token === undefined
      ? feedAt(`${base}/${feed}.rss`, source, state, context)
      : looked;
  },
});

/** Pages of 40 between two looks; a tag that is busier than that has passed us by. */
const mostPages = 8;

/** The id before which the next page begins, in a Link header (RFC 8288); its address is not followed. */
const olderIn = (link: string): string | undefined =>
  /<[^>]{0,2000}[?&]max_id=(\d{1,30})[^>]{0,2000}>\s*;[^,]{0,200}\brel="?next\b/.exec(link)?.[1];

type Remembered = { readonly path: string; readonly since?: string };

const remembered = (state: SourceState | undefined): Remembered | undefined => {
  const json = readJson(state?.cursor ?? '');
  const path = textField(json, 'path');
  const since = textField(json, 'since');
  return path === undefined ? undefined : { path, ...(since === undefined ? {} : { since }) };
};

/** Undefined when the instance keeps its hashtag timelines to those who are logged in. */
const tagPath = async (
  base: string,
  tag: string,
  hasToken: boolean,
  context: LookContext,
): Promise<string | undefined> => {
  const instance = await ask(`${base}/api/v2/instance`, {}, context);
  const access = fieldOf(instance, 'configuration', 'timelines_access', 'hashtag_feeds');
  const isOpen = !isObject(access) || Object.values(access).includes('public');
  return isOpen || hasToken ? `/api/v1/timelines/tag/${tag}` : undefined;
};

const accountPath = async (
  base: string,
  account: string,
  headers: Readonly<Record<string, string>>,
  context: LookContext,
): Promise<string | undefined> => {
  const acct = account.replace(/^@/, '');
  const found = await ask(`${base}/api/v1/accounts/lookup?${queryOf({ acct })}`, headers, context);
  const id = textField(found, 'id');
  return id !== undefined && /^\d+$/.test(id) ? `/api/v1/accounts/${id}/statuses` : undefined;
};

const ask = async (
  url: string,
  headers: Readonly<Record<string, string>>,
  { http, signal }: LookContext,
): Promise<unknown> => {
  const answer = await http.ask({ url, headers }, signal);
  return answer.kind === 'body' ? readJson(new TextDecoder().decode(answer.bytes)) : undefined;
};

import { z } from 'zod';
import type { Source, SourceState } from '../core/source.ts';
import { parseBluesky } from '../parse/bluesky.ts';
import { readJson, textField } from '../parse/json.ts';
import { keyFrom, keyMissing } from './keys.ts';
import { baseOf, kindOf, queryOf, slugged, words } from './kind.ts';
import { refused } from './look.ts';
import type { LookContext, Looked } from './look.ts';
import { readPages } from './pages.ts';
import { secondsSince } from './since.ts';

/** Bluesky: an account's posts without a key; a search with an app password, since logged-out searches are refused. */
export const bluesky = kindOf({
  url: 'optional',
  options: z
    .strictObject({ account: slugged.optional(), query: words.optional() })
    .refine(({ account, query }) => (account === undefined) !== (query === undefined), {
      message: 'it needs either an account or a query',
    }),
  look: ({ account, query }, source, state, context) => {
    if (query !== undefined) return search(query, source, state, context);
    const actor = (account ?? '').replace(/^@/, '');
    const base = baseOf(source, 'https://public.api.bsky.app');
    const url = `${base}/xrpc/app.bsky.feed.getAuthorFeed?${queryOf({ actor, limit: 30 })}`;
    return readPages({ parse: parseBluesky, ask: () => ({ url }), most: 1 }, context);
  },
});

const search = async (
  query: string,
  source: Source,
  state: SourceState | undefined,
  context: LookContext,
): Promise<Looked> => {
  const identifier = keyFrom(context, 'LISTEN_BLUESKY_HANDLE');
  const password = keyFrom(context, 'LISTEN_BLUESKY_PASSWORD');
  if (identifier === undefined || password === undefined)
    return keyMissing(
      ['LISTEN_BLUESKY_HANDLE', 'LISTEN_BLUESKY_PASSWORD'],
      'make an app password under Settings, Privacy and security, App passwords',
    );
  const base = baseOf(source, 'https://bsky.social');
  const session = await context.http.ask(
    {
      url: `${base}/xrpc/com.atproto.server.createSession`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ identifier, password }),
    },
    context.signal,
  );
  if (session.kind !== 'body')
    return session.kind === 'failed'
      ? refused(session.failure)
      : { kind: 'failed', why: 'the log-in was not answered' };
  const token = textField(readJson(new TextDecoder().decode(session.bytes)), 'accessJwt');
  if (token === undefined) return { kind: 'blocked', why: 'the log-in to Bluesky gave no session' };
  const since = new Date(secondsSince(state, context.now()) * 1000).toISOString();
  return readPages(
    {
      parse: parseBluesky,
      ask: cursor => ({
        url: `${base}/xrpc/app.bsky.feed.searchPosts?${queryOf({ q: query, sort: 'latest', since, limit: 100, cursor })}`,
        headers: { authorization: `Bearer ${token}` },
      }),
      secrets: [token, password],
    },
    context,
  );
};

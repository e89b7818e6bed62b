import { expect, test } from 'vitest';
import type { SourceState } from '../../src/core/source.ts';
import { parseFeed } from '../../src/parse/feed.ts';
import { lookAt } from '../../src/sources/kinds.ts';
import type { LookContext, Looked } from '../../src/sources/look.ts';
import { remember } from '../../src/scan/remember.ts';
import { aSource } from '../scan/scanning.ts';
import { client, patience, serve, streams } from './serving.ts';

const now = () => new Date('2026-11-20T12:00:00Z');
const feed =
  '<rss><channel><ttl>90</ttl><item><guid>1</guid><title>One</title></item></channel></rss>';

/** Looks again and again, with what was remembered of the look before. */
const looking = (url: string) => {
  const source = aSource({ url });
  const context: LookContext = {
    http: client({ timeoutMs: 2000 }),
    parse: parseFeed,
    now,
    maxBytes: 1_000_000,
    env: {},
    streams: streams(),
    signal: patience,
  };
  let state: SourceState | undefined;
  return async (): Promise<Looked> => {
    const looked = await lookAt(source, state, context);
    state = remember(source, state, looked, undefined, now());
    return looked;
  };
};

test('asks with the validators of the answer before, and hears 304', async () => {
  const { url, asked } = await serve((request, response) => {
    if (request.headers['if-none-match'] === '"a"') return response.writeHead(304).end();
    response.writeHead(200, { etag: '"a"', 'last-modified': 'Fri, 20 Nov 2026 09:00:00 GMT' });
    response.end(feed);
  });
  const look = looking(url);
  expect(await look()).toMatchObject({ kind: 'entries', entries: [{ title: 'One' }] });
  expect(await look()).toMatchObject({ kind: 'unchanged' });
  expect(await look()).toMatchObject({ kind: 'unchanged' });
  expect(asked.at(-1)?.headers).toMatchObject({
    'if-none-match': '"a"',
    'if-modified-since': 'Fri, 20 Nov 2026 09:00:00 GMT',
  });
});

test('takes a new validator from a 304', async () => {
  let etag = '"a"';
  const { url, asked } = await serve((request, response) => {
    const isKnown = request.headers['if-none-match'] !== undefined;
    response.writeHead(isKnown ? 304 : 200, { etag }).end(isKnown ? undefined : feed);
  });
  const look = looking(url);
  await look();
  etag = '"b"';
  await look();
  await look();
  expect(asked.at(-1)?.headers['if-none-match']).toBe('"b"');
});

test('knows the same bytes again, where a server has no validators', async () => {
  const { url } = await serve((_, response) => response.end(feed));
  const look = looking(url);
  await look();
  expect(await look()).toMatchObject({ kind: 'unchanged' });
});

test('waits as long as the longer of the feed and the server says', async () => {
  const { url } = await serve((request, response) => {
    const seconds = request.url === '/long' ? 7200 : 60;
    response.writeHead(200, { 'cache-control': `max-age=${seconds}` }).end(feed);
  });
  expect(await looking(`${url}/long`)()).toMatchObject({ notes: { freshMs: 7_200_000 } });
  expect(await looking(`${url}/short`)()).toMatchObject({ notes: { freshMs: 5_400_000 } });
});

test('goes where the feed moved for good, and comes back when it is lost there', async () => {
  let isLost = false;
  const { url, asked } = await serve((request, response) => {
    if (request.url === '/new') {
      if (isLost) return response.writeHead(404).end();
      return response.end(feed);
    }
    if (isLost) return response.end(feed.replace('One', 'Two'));
    response.writeHead(301, { location: '/new' }).end();
  });
  const look = looking(`${url}/old`);
  await look();
  await look();
  expect(asked.map(request => request.url)).toEqual(['/old', '/new', '/new']);
  isLost = true;
  expect(await look()).toMatchObject({ kind: 'entries', entries: [{ title: 'Two' }] });
  await look();
  expect(asked.at(-1)?.url).toBe('/old');
});

test.each([
  [410, {}, { kind: 'gone' }],
  [403, {}, { kind: 'blocked' }],
  [429, { 'retry-after': '120' }, { kind: 'blocked', retryAfterMs: 120_000 }],
  [
    503,
    { 'retry-after': 'Fri, 20 Nov 2026 13:00:00 GMT' },
    { kind: 'failed', retryAfterMs: 3_600_000 },
  ],
])('an answer of %s %o is %o', async (status, headers, expected) => {
  const { url } = await serve((_, response) => response.writeHead(status, headers).end());
  expect(await looking(url)()).toMatchObject(expected);
});

test('a file that is missing, or no file, is told by its path', async () => {
  expect(await looking('file:///nowhere/at/all.xml')()).toMatchObject({
    kind: 'failed',
    why: '/nowhere/at/all.xml does not exist',
  });
  expect(await looking('file:///dev/zero')()).toMatchObject({ why: '/dev/zero is not a file' });
});

test('a mistyped kind is told with the nearest known one', async () => {
  const context = {
    http: client(),
    parse: parseFeed,
    now,
    maxBytes: 1,
    env: {},
    streams: streams(),
    signal: patience,
  };
  expect(await lookAt(aSource({ kind: 'fed' }), undefined, context)).toEqual({
    kind: 'failed',
    why: 'there is no kind of source called "fed"; did you mean "feed"?',
  });
});

import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { client, outcomeOf, patience, serve, until } from './serving.ts';

const feed = '<rss><channel><title>Wall</title></channel></rss>'.repeat(50);

test.each([
  ['plain', undefined, Buffer.from(feed)],
  ['gzip', 'gzip', gzipSync(feed)],
  ['gzip, not said', undefined, gzipSync(feed)],
  ['gzip said, but plain', 'gzip', Buffer.from(feed)],
  ['deflate', 'deflate', deflateSync(feed)],
  ['deflate without its header', 'deflate', deflateRawSync(feed)],
  ['brotli', 'br', brotliCompressSync(feed)],
])('reads a body that is %s', async (_, encoding, body) => {
  const { url } = await serve((_, response) => {
    if (encoding) response.setHeader('content-encoding', encoding);
    response.end(body);
  });
  expect(outcomeOf(await client().ask({ url }, patience))).toBe(feed);
});

test('says who asks, and what it can read', async () => {
  const { url, asked } = await serve((_, response) => response.end(feed));
  await client().ask({ url, headers: { 'if-none-match': '"a"' } }, patience);
  expect(asked[0]?.headers).toMatchObject({
    'user-agent': 'listen/test (+https://example.org)',
    'accept-encoding': 'gzip, deflate, br',
    'if-none-match': '"a"',
  });
});

test('takes up one connection again for the next request to a host', async () => {
  const { url, asked } = await serve((_, response) => response.end(feed));
  const http = client();
  await http.ask({ url }, patience);
  await http.ask({ url }, patience);
  expect(new Set(asked.map(({ socket }) => socket)).size).toBe(1);
});

test('a server that closes idle connections without a word loses us no answer', async () => {
  let asked = 0;
  const { url } = await serve(({ socket }, response) => {
    asked++;
    if (asked > 3 && asked <= 5) socket.destroy();
    else response.end(String(asked));
  });
  const http = client();
  const ask = () => http.ask({ url }, patience);
  await Promise.all([ask(), ask(), ask()]);
  expect((await Promise.all([ask(), ask()])).map(outcomeOf).sort()).toEqual(['6', '7']);
});

test('remembers where a feed moved for good, but not a detour', async () => {
  const { url } = await serve((request, response) => {
    const to = { '/old': '/new', '/new': '/today' }[request.url ?? ''];
    if (to === undefined) return response.end(feed);
    response.writeHead(request.url === '/old' ? 301 : 302, { location: to }).end();
  });
  expect(await client().ask({ url: `${url}/old` }, patience)).toMatchObject({
    kind: 'body',
    url: `${url}/today`,
    movedTo: `${url}/new`,
  });
});

test('gives up on a circle of redirects', async () => {
  const { url, asked } = await serve((_, response) =>
    response.writeHead(301, { location: '/again' }).end(),
  );
  expect(outcomeOf(await client().ask({ url }, patience))).toBe('redirects');
  expect(asked).toHaveLength(6);
});

test('follows redirects to http and https only', async () => {
  const { url } = await serve((_, response) =>
    response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  );
  expect(outcomeOf(await client().ask({ url }, patience))).toBe('scheme');
});

test('a key goes to the host it is for, and to no other', async () => {
  const other = await serve((_, response) => response.end(feed));
  const { url } = await serve((_, response) =>
    response.writeHead(302, { location: other.url }).end(),
  );
  await client().ask({ url, headers: { authorization: 'Bearer secret' } }, patience);
  expect(other.asked[0]?.headers.authorization).toBeUndefined();
});

test.each(['http://127.0.0.1:1/', 'http://[::1]:1/', 'http://2130706433/', 'http://localhost:1/'])(
  'connects to no private address (%s), unless allowed',
  async url => {
    const http = client({ allowPrivate: false });
    expect(outcomeOf(await http.ask({ url }, patience))).toBe('private');
  },
);

test.each([200, 304, 404, 500])('an answer of %s leaves the connection usable', async status => {
  const { url, asked } = await serve((_, response) => {
    response.statusCode = status;
    response.end(status === 304 ? undefined : 'sorry');
  });
  const http = client();
  await http.ask({ url }, patience);
  await http.ask({ url }, patience);
  expect(new Set(asked.map(({ socket }) => socket)).size).toBe(1);
});

test('takes up to its limit and no more, whether the size is announced or not', async () => {
  const { url } = await serve((request, response) => {
    const size = Number(request.url?.slice(1));
    if (size % 2 === 0) response.setHeader('content-length', size);
    response.end('x'.repeat(size));
  });
  const http = client({ maxBytes: 100_000 });
  expect(outcomeOf(await http.ask({ url: `${url}/100000` }, patience))).toHaveLength(100_000);
  expect(outcomeOf(await http.ask({ url: `${url}/100001` }, patience))).toBe('too-large');
  expect(outcomeOf(await http.ask({ url: `${url}/100002` }, patience))).toBe('too-large');
});

test('waits for its turn at a host that wants pauses, one request at a time', async () => {
  let running = 0;
  let most = 0;
  const { url } = await serve((_, response) => {
    most = Math.max(most, ++running);
    setImmediate(() => {
      running--;
      response.end(feed);
    });
  });
  const http = client({ pauseMs: 5 });
  await Promise.all(Array.from({ length: 4 }, () => http.ask({ url }, patience)));
  expect(most).toBe(1);
});

test('a host that says 429 is left alone for as long as it asks', async () => {
  const { url, asked } = await serve((_, response) =>
    response.writeHead(429, { 'retry-after': '600' }).end(),
  );
  const http = client({ pauseMs: 0 });
  expect(await http.ask({ url }, patience)).toMatchObject({
    failure: { kind: 'status', status: 429, retryAfterMs: 600_000 },
  });
  expect(outcomeOf(await http.ask({ url: `${url}/other` }, patience))).toBe('held');
  expect(asked).toHaveLength(1);
});

test('stops at once when told to, and closes its connection', async () => {
  const { url, asked, open } = await serve(() => undefined);
  const stop = new AbortController();
  const answer = client({ timeoutMs: 60_000 }).ask({ url }, stop.signal);
  await until(() => asked.length === 1);
  stop.abort();
  expect(outcomeOf(await answer)).toBe('cancelled');
  await until(() => open.size === 0);
});

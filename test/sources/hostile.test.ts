import type { RequestListener } from 'node:http';
import { createGzip, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { client, outcomeOf, patience, serve, until } from './serving.ts';

const block = Buffer.alloc(65_536, 'x');

const endless: RequestListener = (_, response) => {
  const more = () => {
    while (response.write(block) && !response.destroyed);
    if (!response.destroyed) response.once('drain', more);
  };
  more();
};

const bomb: RequestListener = (_, response) => {
  response.setHeader('content-encoding', 'gzip');
  const gzip = createGzip();
  gzip.pipe(response);
  const more = () => {
    while (gzip.write(block) && !response.destroyed);
    if (!response.destroyed) gzip.once('drain', more);
  };
  more();
};

const drip: RequestListener = (_, response) => {
  const timer = setInterval(() => response.write('x'), 5);
  response.on('close', () => clearInterval(timer));
};

/** Without a length or chunks, so that the end of the connection is the end of the body. */
const dripUntilClosed: RequestListener = ({ socket }) => {
  socket.write('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n');
  const timer = setInterval(() => socket.write('<rss>'), 5);
  socket.on('close', () => clearInterval(timer));
};

const crumbs: RequestListener = (_, response) => {
  const more = () => {
    for (let count = 0; count < 1000; count++) response.write('x');
    if (!response.destroyed) response.once('drain', more);
  };
  more();
};

const dripHeaders: RequestListener = ({ socket }) => {
  socket.write('HTTP/1.1 200 OK\r\n');
  const timer = setInterval(() => socket.write(`x-${Date.now()}: y\r\n`), 5);
  socket.on('close', () => clearInterval(timer));
};

const hang: RequestListener = () => undefined;

const hangAfterHeaders: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-length': 1000 });
  response.flushHeaders();
};

const breakOff: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-length': 1000 });
  response.write('<rss>', () => response.destroy());
};

const notHttp: RequestListener = ({ socket }) => socket.end('220 smtp.example.org ready\r\n');

const damagedGzip: RequestListener = (_, response) => {
  const body = gzipSync(Buffer.from('<rss>'.repeat(1000)));
  body.fill(0xff, 12, 40);
  response.setHeader('content-encoding', 'gzip');
  response.end(body);
};

test.each([
  ['an endless body', endless, 'too-large'],
  ['a gzip bomb', bomb, 'too-large'],
  ['a drip', drip, 'time-out'],
  ['a drip without an end', dripUntilClosed, 'time-out'],
  ['a flood of crumbs', crumbs, 'time-out'],
  ['a drip of headers', dripHeaders, 'time-out'],
  ['a hang', hang, 'time-out'],
  ['a hang after the headers', hangAfterHeaders, 'time-out'],
  ['a body cut short', breakOff, 'broken'],
  ['something that is not HTTP', notHttp, 'broken'],
  ['damaged gzip', damagedGzip, 'broken'],
] as const)('%s ends, and leaves no connection', async (_, listener, expected) => {
  const { url, open } = await serve(listener);
  const http = client({ timeoutMs: expected === 'time-out' ? 150 : 10_000, maxBytes: 1_000_000 });
  expect(outcomeOf(await http.ask({ url }, patience))).toBe(expected);
  http.close();
  await until(() => open.size === 0);
});

test('a redirect to a drip has no more time than one answer', async () => {
  const { url } = await serve((request, response) => {
    if (request.url === '/drip') drip(request, response);
    else setTimeout(() => response.writeHead(302, { location: '/drip' }).end(), 50);
  });
  expect(outcomeOf(await client({ timeoutMs: 200 }).ask({ url }, patience))).toBe('time-out');
});

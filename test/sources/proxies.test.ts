import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { explain } from '../../src/sources/failure.ts';
import { defaultLimits } from '../../src/sources/limits.ts';
import { noProxies, proxiesIn } from '../../src/sources/proxies.ts';
import { createOpenStream } from '../../src/sources/web-socket.ts';
import { client, outcomeOf, patience, until } from './serving.ts';

/** A proxy that answers what is asked of it in plain, and tunnels to one place whatever else is meant. */
const aProxy = async (tunnelPort?: number, status = 200) => {
  const asked: IncomingMessage[] = [];
  const sockets = new Set<Duplex>();
  const server = createServer((request, response) => {
    asked.push(request);
    response.end(`by proxy: ${request.url}`);
  });
  server.on('connection', socket => sockets.add(socket));
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    asked.push(request);
    if (status !== 200 || tunnelPort === undefined)
      return socket.end(`HTTP/1.1 ${status === 200 ? 502 : status} No\r\n\r\n`);
    const onward = connect(tunnelPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    sockets.add(onward);
    for (const end of [onward, socket]) end.on('error', () => undefined);
    return undefined;
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://ana:s3cret@127.0.0.1:${port}`, asked };
};

const basic = `Basic ${Buffer.from('ana:s3cret').toString('base64')}`;

test.each([
  [{}, 'https://feeds.example/', undefined],
  [{ HTTPS_PROXY: 'http://p:3128' }, 'https://feeds.example/', 'http://p:3128/'],
  [{ HTTPS_PROXY: 'http://p:3128' }, 'http://feeds.example/', undefined],
  [{ http_proxy: 'p:3128', HTTP_PROXY: 'http://q' }, 'http://feeds.example/', 'http://p:3128/'],
  [{ ALL_PROXY: 'http://p' }, 'https://feeds.example/', 'http://p/'],
  [{ ALL_PROXY: 'socks5://p' }, 'https://feeds.example/', undefined],
  [{ ALL_PROXY: 'http://p', NO_PROXY: '*' }, 'https://feeds.example/', undefined],
  [{ ALL_PROXY: 'http://p', NO_PROXY: 'x.org, example' }, 'https://feeds.example/', undefined],
  [{ ALL_PROXY: 'http://p', NO_PROXY: '.feeds.example' }, 'https://feeds.example/', undefined],
  [{ ALL_PROXY: 'http://p', NO_PROXY: 'eeds.example' }, 'https://feeds.example/', 'http://p/'],
  [
    { ALL_PROXY: 'http://p', no_proxy: 'feeds.example:8443' },
    'https://feeds.example/',
    'http://p/',
  ],
  [{ ALL_PROXY: 'http://p', no_proxy: 'feeds.example:443' }, 'https://feeds.example/', undefined],
  [{ ALL_PROXY: 'http://p', NO_PROXY: '10.0.0.0/8' }, 'http://10.1.2.3/', undefined],
  [{ ALL_PROXY: 'http://p', NO_PROXY: '::1,127.0.0.1' }, 'http://[::1]:8080/', undefined],
  [{ ALL_PROXY: 'http://p', NO_PROXY: '10.0.0.0/8' }, 'http://[2001:db8::1]/', 'http://p/'],
])('%j: %s is asked by way of %s', (env, url, proxy) => {
  expect(proxiesIn(env)(new URL(url))?.href).toBe(proxy);
});

test('a plain address is asked of the proxy, whole, and the name in its address is for the proxy only', async () => {
  const { url, asked } = await aProxy();
  const http = client({}, proxiesIn({ HTTP_PROXY: url }));
  const answer = await http.ask({ url: 'http://feeds.example.invalid/a?b=c#d' }, patience);
  expect(outcomeOf(answer)).toBe('by proxy: http://feeds.example.invalid/a?b=c');
  expect(asked[0]?.headers).toMatchObject({
    host: 'feeds.example.invalid',
    'proxy-authorization': basic,
  });
  expect(asked[0]?.headers).not.toHaveProperty('authorization');
});

test('what is secure goes through a tunnel, of which the proxy only knows host and port', async () => {
  const { url, asked } = await aProxy();
  const http = client({}, proxiesIn({ HTTPS_PROXY: url }));
  const request = {
    url: 'https://feeds.example.invalid/secret',
    headers: { authorization: 'key' },
  };
  const answer = await http.ask(request, patience);
  expect(answer).toMatchObject({ failure: { kind: 'proxy', code: '502' } });
  expect(asked[0]).toMatchObject({ method: 'CONNECT', url: 'feeds.example.invalid:443' });
  expect(asked[0]?.headers['proxy-authorization']).toBe(basic);
  expect(JSON.stringify(asked[0]?.headers)).not.toContain('key');
});

test('a stream goes through a tunnel too', async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', socket => socket.send('hello'));
  onTestFinished(() => server.close());
  await until(() => server.address() !== null);
  const address = server.address();
  const { url, asked } = await aProxy(typeof address === 'object' ? address?.port : 0);
  const within = { ...defaultLimits, allowPrivate: true };
  const open = createOpenStream(
    within,
    'listen/test',
    () => new Date(),
    proxiesIn({ HTTP_PROXY: url }),
  );
  const heard: string[] = [];
  const listener = { open: () => undefined, text: (text: string) => heard.push(text) };
  const stream = await open('http://stream.example.invalid:81/', 'x', {
    ...listener,
    end: () => undefined,
  });
  await until(() => heard.length > 0);
  stream.close();
  expect(heard).toEqual(['hello']);
  expect(asked[0]?.url).toBe('stream.example.invalid:81');
});

test('a proxy that wants a name, or is not there, is told as such, and its password never', async () => {
  const { url } = await aProxy(0, 407);
  const answer = await client({}, proxiesIn({ ALL_PROXY: url })).ask(
    { url: 'https://x.invalid/' },
    patience,
  );
  const why = answer.kind === 'failed' ? explain(answer.failure) : '';
  expect(why).toContain('wants a name and a password (407)');
  expect(why).not.toContain('s3cret');
  const down = client({}, proxiesIn({ ALL_PROXY: 'http://ana:s3cret@127.0.0.1:9' }));
  for (const target of ['http://x.invalid/', 'https://x.invalid/'])
    expect(await down.ask({ url: target }, patience)).toMatchObject({
      failure: { kind: 'proxy', host: '127.0.0.1:9', code: 'ECONNREFUSED' },
    });
});

test('a proxy opens no way into a private network', async () => {
  const { url, asked } = await aProxy();
  const http = client({ allowPrivate: false }, proxiesIn({ ALL_PROXY: url }));
  for (const target of ['http://localhost:9/', 'http://10.0.0.1/', 'https://printer.local/'])
    expect(await http.ask({ url: target }, patience)).toMatchObject({
      failure: { kind: 'private' },
    });
  expect(asked).toEqual([]);
  expect(noProxies(new URL('http://x.invalid/'))).toBeUndefined();
});

import type { IncomingMessage } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { Source, SourceState } from '../../src/core/source.ts';
import { parseFeed } from '../../src/parse/feed.ts';
import { remember } from '../../src/scan/remember.ts';
import { lookAt } from '../../src/sources/kinds.ts';
import type { Looked } from '../../src/sources/look.ts';
import { aSource } from '../scan/scanning.ts';
import { client, patience, serve, streams, until } from './serving.ts';

const now = () => new Date('2026-11-20T12:00:00Z');

type Event = Readonly<Record<string, unknown>>;

const post = (rkey: string, text: string, operation = 'create'): Event => ({
  ...{ did: 'did:plc:a', collection: 'app.bsky.feed.post', rkey, operation },
  record: { $type: 'app.bsky.feed.post', text, createdAt: '2026-11-20T11:59:00Z' },
});

const deletion = (rkey: string): Event => ({
  ...{ did: 'did:plc:a', collection: 'app.bsky.feed.post', rkey, operation: 'delete' },
});

const accountGone: Event = { did: 'did:plc:b', account: { active: false, status: 'deleted' } };

/** A server like Jetstream: it keeps all events, plays them from a cursor on (inclusive), and then whatever happens. */
const jetstream = async () => {
  const events: string[] = [];
  const asked: IncomingMessage[] = [];
  const listeners = new Set<WebSocket>();
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (socket, request) => {
    asked.push(request);
    const cursor = new URL(request.url ?? '', 'ws://x').searchParams.get('cursor');
    for (const event of cursor === null ? [] : events.slice(Number(cursor) - 1)) socket.send(event);
    listeners.add(socket);
    socket.on('close', () => listeners.delete(socket));
  });
  await new Promise(resolve => {
    server.once('listening', resolve);
  });
  onTestFinished(() => {
    for (const socket of listeners) socket.terminate();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    listeners,
    happens: (...happened: readonly Event[]) => {
      for (const event of happened) {
        const time = now().toISOString();
        const payload = { ...event, seq: events.length + 1, time };
        const frame = JSON.stringify({ $type: 'message', payload });
        events.push(frame);
        for (const socket of listeners) socket.send(frame);
      }
    },
    breaks: () => listeners.forEach(socket => socket.close(1011)),
  };
};

/** Listens for these words; each look remembers what the one before did, as a scan does. */
const listening = (url: string, options: Source['options'] & object = { words: ['Lakeside'] }) => {
  const source = aSource({ kind: 'bluesky-stream', url, options });
  let held = streams();
  let state: SourceState | undefined;
  return {
    look: async (): Promise<Looked> => {
      const context = {
        ...{ http: client(), parse: parseFeed, now, maxBytes: 1e6, env: {} },
        ...{ streams: held, signal: patience },
      };
      const looked = await lookAt(source, state, context);
      state = remember(source, state, looked, undefined, now());
      return looked;
    },
    cursor: () => state?.cursor,
    /** As if the process had died and another one begun. */
    restart: () => {
      held.kept.forEach(stream => stream.close());
      held = streams();
    },
  };
};

const texts = (looked: Looked) =>
  looked.kind === 'entries' ? looked.entries.map(({ text }) => text) : [looked.kind];

/** Lets sockets have their turn. */
const sockets = () =>
  new Promise(resolve => {
    setImmediate(resolve);
  });

const goneIn = (looked: Looked) => (looked.kind === 'entries' ? (looked.gone ?? []) : []);

test('posts with one of the words are brought, as whole words, whoever writes them how', async () => {
  const { url, happens, listeners, asked } = await jetstream();
  const { look, cursor } = listening(url, { words: ['Lakeside  Family', 'Osei'] });
  const first = look();
  await until(() => listeners.size > 0);
  happens(
    post('1', 'Thank you LÁKESIDE family!'),
    post('2', 'lakeside familys'),
    post('3', 'Dr. Osei (again)'),
    post('4', 'nothing'),
  );
  expect(texts(await first)).toEqual(['Thank you LÁKESIDE family!', 'Dr. Osei (again)']);
  expect(cursor()).toBe('4');
  expect(asked[0]?.headers['sec-websocket-protocol']).toBe('xrpc.v1.json');
  expect(asked[0]?.url).toBe(
    '/xrpc/network.bsky.jetstream.subscribeEvents?collections=app.bsky.feed.post&kinds=commit&kinds=account',
  );
});

test('the connection stays open between looks, and what comes meanwhile is in the next one', async () => {
  const { url, happens, listeners, asked } = await jetstream();
  const { look } = listening(url);
  const first = look();
  await until(() => listeners.size > 0);
  happens(post('1', 'Lakeside one'));
  await first;
  happens(post('2', 'Lakeside two'), deletion('1'), accountGone);
  const heard: Looked[] = [];
  while (heard.flatMap(goneIn).length < 2) {
    await sockets();
    heard.push(await look());
  }
  expect(heard.flatMap(texts)).toEqual(['Lakeside two']);
  expect(heard.flatMap(goneIn)).toEqual([
    { id: 'at://did:plc:a/app.bsky.feed.post/1' },
    { author: 'did:plc:b' },
  ]);
  expect(texts(await look())).toEqual([]);
  expect(asked).toHaveLength(1);
});

test('after a crash, and after a broken connection, it goes on where it was', async () => {
  const { url, happens, listeners, breaks, asked } = await jetstream();
  const { look, restart } = listening(url);
  const first = look();
  await until(() => listeners.size > 0);
  happens(post('1', 'Lakeside one'));
  await first;
  restart();
  await until(() => listeners.size === 0);
  happens(post('2', 'Lakeside two'));
  expect(texts(await look())).toEqual(['Lakeside one', 'Lakeside two']);
  happens(post('3', 'Lakeside three'));
  breaks();
  await until(() => listeners.size === 0);
  happens(post('4', 'Lakeside four'));
  const last = texts(await look());
  expect(last).toContain('Lakeside three');
  expect(last).toContain('Lakeside four');
  expect(asked.map(request => /cursor=\d+/.exec(request.url ?? '')?.[0])).toEqual([
    undefined,
    'cursor=1',
    'cursor=3',
  ]);
});

test('garbage in the stream is passed over, and a stream of few authors may be silent', async () => {
  const { url, listeners, happens } = await jetstream();
  const { look } = listening(url, { authors: ['did:plc:a'] });
  const first = look();
  await until(() => listeners.size > 0);
  for (const socket of listeners) {
    socket.send('{"payload": {"seq": ');
    socket.send(Buffer.from([1, 2, 3]));
    socket.send('[]');
  }
  happens(post('1', 'anything'));
  expect(texts(await first)).toEqual(['anything']);
  expect(texts(await look())).toEqual([]);
});

test('a place that the server no longer knows is given up, and it goes on from now', async () => {
  const { url, listeners, happens } = await jetstream();
  const { look, restart, cursor } = listening(url);
  const first = look();
  await until(() => listeners.size > 0);
  happens(post('1', 'Lakeside one'));
  await first;
  restart();
  await until(() => listeners.size === 0);
  const second = look();
  await until(() => listeners.size > 0);
  for (const socket of listeners) socket.send('{"error": "FutureCursor", "message": "no"}');
  await second;
  while (cursor() !== undefined) {
    await sockets();
    expect((await look()).kind).toBe('entries');
  }
  await until(() => listeners.size === 0);
  const third = look();
  await until(() => listeners.size > 0);
  happens(post('2', 'Lakeside two'));
  expect(texts(await third)).toEqual(['Lakeside two']);
});

test('a server that is asked too often says when to come back', async () => {
  const { url } = await serve((_, response) =>
    response.writeHead(429, { 'retry-after': '90' }).end(),
  );
  expect(await listening(url).look()).toMatchObject({ kind: 'blocked', retryAfterMs: 90_000 });
});

test.each([
  [403, 'blocked'],
  [429, 'blocked'],
  [502, 'failed'],
])('a server that answers %i instead of a stream is %s', async (status, kind) => {
  const { url } = await serve((_, response) => response.writeHead(status).end());
  expect(await listening(url).look()).toMatchObject({
    kind,
    why: expect.stringContaining(`${status}`),
  });
});

test('no server, and no address in a private network unless allowed', async () => {
  expect(await listening('http://127.0.0.1:9').look()).toMatchObject({
    kind: 'failed',
    why: expect.stringContaining('refuses connections'),
  });
  const ends: string[] = [];
  const { open } = streams({ allowPrivate: false });
  const listener = { open: () => undefined, text: () => undefined };
  await open('http://10.0.0.1/', 'x', { ...listener, end: why => ends.push(why.kind) });
  const named = await open('http://localhost:9/', 'x', {
    ...listener,
    end: why => ends.push(why.kind),
  });
  await until(() => ends.length === 2);
  named.close();
  expect(ends).toEqual(['private', 'private']);
});

test('so much at once that it cannot be kept makes the sender wait, and nothing is lost', async () => {
  const { url, listeners, happens } = await jetstream();
  const { look } = listening(url);
  const first = look();
  await until(() => listeners.size > 0);
  happens(...Array.from({ length: 5000 }, (_, nth) => post(`${nth}`, `Lakeside ${nth}`)));
  const heard = new Set(texts(await first));
  while (heard.size < 5000) {
    await sockets();
    for (const text of texts(await look())) heard.add(text);
  }
  expect(heard).toContain('Lakeside 4999');
});

import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { openHttp } from '../../src/sources/http.ts';
import type { Answer, Http } from '../../src/sources/http.ts';
import { defaultLimits } from '../../src/sources/limits.ts';
import type { Limits } from '../../src/sources/limits.ts';
import type { Streams } from '../../src/sources/look.ts';
import { noProxies } from '../../src/sources/proxies.ts';
import type { Proxies } from '../../src/sources/proxies.ts';
import { createOpenStream } from '../../src/sources/web-socket.ts';

export type Served = {
  readonly url: string;
  /** What was asked, oldest first. */
  readonly asked: readonly IncomingMessage[];
  /** Connections that are open now. */
  readonly open: ReadonlySet<Socket>;
};

/** A server on loopback that lives as long as the test. */
export const serve = async (listener: RequestListener): Promise<Served> => {
  const asked: IncomingMessage[] = [];
  const open = new Set<Socket>();
  const server = createServer((request, response) => {
    asked.push(request);
    listener(request, response);
  });
  server.on('connection', socket => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked, open };
};

/** Our client, with loopback allowed unless said otherwise; closed with the test. */
export const client = (limits: Partial<Limits> = {}, proxies: Proxies = noProxies): Http => {
  const http = openHttp(
    { ...defaultLimits, allowPrivate: true, timeoutMs: 5000, ...limits },
    'listen/test (+https://example.org)',
    () => new Date('2026-11-20T12:00:00Z'),
    proxies,
  );
  onTestFinished(http.close);
  return http;
};

/** Streams to loopback that end with the test. */
export const streams = (limits: Partial<Limits> = {}): Streams => {
  const kept: Streams['kept'] = new Map();
  onTestFinished(() => kept.forEach(listening => listening.close()));
  const within = { ...defaultLimits, allowPrivate: true, timeoutMs: 5000, ...limits };
  return {
    open: createOpenStream(within, 'listen/test', () => new Date('2026-11-20T12:00:00Z')),
    kept,
  };
};

export const patience = new AbortController().signal;

/** Asks once, and gives the answer's text or the kind of its failure. */
export const outcomeOf = (answer: Answer): string => {
  switch (answer.kind) {
    case 'body':
      return new TextDecoder().decode(answer.bytes);
    case 'unchanged':
      return 'unchanged';
    case 'failed':
      return answer.failure.kind === 'status'
        ? `status ${answer.failure.status}`
        : answer.failure.kind;
    default:
      return answer satisfies never;
  }
};

/** Waits until a condition holds; the test's own time-out ends a wait in vain. */
export const until = async (holds: () => boolean): Promise<void> => {
  while (!holds())
    await new Promise(resolve => {
      setImmediate(resolve);
    });
};

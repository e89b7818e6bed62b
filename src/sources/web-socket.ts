import type { WebSocket as Ws } from 'ws';
import {
  PrivateAddress,
  isAddress,
  isReachable,
  guardedLookup,
  refusePrivate,
} from './addresses.ts';
import { diagnose } from './diagnose.ts';
import type { Failure } from './failure.ts';
import type { Limits } from './limits.ts';
import { noProxies } from './proxies.ts';
import type { Proxies } from './proxies.ts';
import { quotaWait, retryAfter } from './response.ts';
import { tunnelAgent } from './tunnel.ts';

/** What a stream of text messages tells; `end` comes once, and nothing after it. */
export type Listener = {
  readonly open: () => void;
  readonly text: (message: string) => void;
  readonly end: (why: Failure) => void;
};

/** An open stream; `pause` stops reading, so that the sender waits. */
export type Stream = {
  readonly pause: () => void;
  readonly resume: () => void;
  readonly close: () => void;
};

/** Opens a WebSocket (http or https address) within the limits; failures reach the listener, it never throws. */
export type OpenStream = (url: string, protocol: string, listener: Listener) => Promise<Stream>;

/** Longest message that is taken, in bytes; a post is below 10,000. */
const longestMessage = 1_000_000;
/** A connection over which nothing came for so long is dead, whatever the system thinks of it; we ask in between. */
const longestSilenceMs = 60_000;

export const createOpenStream =
  (limits: Limits, userAgent: string, now: () => Date, proxies: Proxies = noProxies): OpenStream =>
  async (address, protocol, listener) => {
    const url = new URL(address.replace(/^http/, 'ws'));
    const { host, hostname } = url;
    if (isAddress(hostname) && !isReachable(hostname, limits.allowPrivate)) {
      listener.end({ kind: 'private', host, redirected: false });
      return nothing;
    }
    const proxy = proxies(new URL(address));
    if (proxy && !limits.allowPrivate)
      try {
        await refusePrivate(hostname);
      } catch {
        listener.end({ kind: 'private', host, redirected: false });
        return nothing;
      }
    const { WebSocket } = await import('ws');
    const socket = new WebSocket(url, protocol, {
      headers: { 'user-agent': userAgent },
      handshakeTimeout: limits.timeoutMs,
      maxPayload: longestMessage,
      followRedirects: false,
      ...routeTo(url, proxy, limits),
    });
    return attend(socket, host, limits, listener, now);
  };

const routeTo = (url: URL, proxy: URL | undefined, { allowPrivate, timeoutMs }: Limits) => {
  if (proxy !== undefined)
    return { agent: tunnelAgent(proxy, url.protocol === 'wss:', { longestMs: timeoutMs }) };
  return { lookup: guardedLookup(allowPrivate) };
};

const nothing: Stream = { pause: () => undefined, resume: () => undefined, close: () => undefined };

const attend = (
  socket: Ws,
  host: string,
  limits: Limits,
  listener: Listener,
  now: () => Date,
): Stream => {
  let heardAt = performance.now();
  let isPaused = false;
  const heard = () => (heardAt = performance.now());
  const beat = setInterval(() => {
    if (isPaused) return;
    if (performance.now() - heardAt > longestSilenceMs) socket.terminate();
    else if (socket.readyState === socket.OPEN) socket.ping();
  }, longestSilenceMs / 3);
  beat.unref();
  let hasEnded = false;
  const end = (why: Failure) => {
    if (hasEnded) return;
    hasEnded = true;
    clearInterval(beat);
    socket.terminate();
    listener.end(why);
  };
  socket.on('unexpected-response', (_, { statusCode = 0, headers }) => {
    const wait = retryAfter(headers, now().getTime()) ?? quotaWait(headers, now().getTime());
    const retry = wait === undefined ? {} : { retryAfterMs: wait };
    end({ kind: 'status', host, status: statusCode, ...retry });
  });
  socket.on('error', error => end(failureOf(error, host, limits)));
  socket.on('close', code => end({ kind: 'broken', host, code: `WebSocket ${code}` }));
  socket.on('open', () => {
    heard();
    listener.open();
  });
  socket.on('pong', heard);
  socket.on('ping', heard);
  socket.on('message', (data, isBinary) => {
    heard();
    if (!isBinary && !hasEnded && Buffer.isBuffer(data)) listener.text(data.toString());
  });
  return {
    pause: () => {
      isPaused = true;
      if (socket.readyState === socket.OPEN) socket.pause();
    },
    resume: () => {
      isPaused = false;
      heard();
      socket.resume();
    },
    close: () => end({ kind: 'cancelled' }),
  };
};

/** Most errors of a WebSocket are those of its connection; the others say themselves what they are. */
const failureOf = (error: Error, host: string, { maxBytes, timeoutMs }: Limits): Failure => {
  if (/handshake has timed out/i.test(error.message))
    return { kind: 'time-out', host, ms: timeoutMs };
  if (!('code' in error || error instanceof PrivateAddress))
    return { kind: 'broken', host, code: error.message.slice(0, 80) };
  return diagnose(error, host, maxBytes);
};

import { request as plainRequest } from 'node:http';
import type { Agent, IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { readBody } from './body.ts';
import { proxyAuthorization } from './proxies.ts';

export type Exchange = {
  readonly method: 'GET' | 'POST';
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string | undefined;
  readonly agent: Agent | false;
  /** A proxy that is asked in the place of the host; absent for direct connections and for tunnels, which are agents. */
  readonly proxy?: URL | undefined;
  readonly lookup?: LookupFunction | undefined;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
};

export type Exchanged = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/** One request and its whole answer; rejects with what Node throws, and leaves no socket behind that is not idle. */
export const exchange = async (url: URL, options: Exchange): Promise<Exchanged> => {
  const message = await respond(url, options);
  try {
    const status = message.statusCode ?? 0;
    const bytes =
      status >= 200 && status < 300
        ? await readBody(message, options.maxBytes)
        : await apology(message);
    // To Node, an answer without a length is whole when its connection ends, even when it was us who ended it.
    options.signal.throwIfAborted();
    return { status, headers: message.headers, bytes };
  } finally {
    if (!message.complete) message.destroy();
  }
};

const respond = async (url: URL, options: Exchange): Promise<IncomingMessage> => {
  const { promise, reused } = send(url, options);
  try {
    return await promise;
  } catch (error) {
    // An idle connection may have been closed by the server just as we took it up again; that is nobody's failure.
    if (!reused() || options.signal.aborted) throw error;
    // Others that are idle may be closed too, so the second try takes a new one.
    return send(url, { ...options, agent: false }).promise;
  }
};

const send = (url: URL, { body, proxy, ...options }: Exchange) => {
  const to = proxy ?? url;
  const whole =
    proxy === undefined ? options : { ...options, ...throughProxy(url, options, proxy) };
  const request = (to.protocol === 'https:' ? tlsRequest : plainRequest)(to, whole);
  const promise = new Promise<IncomingMessage>((resolve, reject) => {
    request.on('response', resolve);
    request.on('error', reject);
  });
  request.end(body);
  return { promise, reused: () => request.reusedSocket };
};

/** A proxy is told the whole address (RFC 9112, section 3.2.2). */
const throughProxy = (url: URL, { headers }: Pick<Exchange, 'headers'>, proxy: URL) => {
  const authorization = proxyAuthorization(proxy);
  return {
    path: `${url.origin}${url.pathname}${url.search}`,
    // Whoever is named in the address of the proxy is not the one whom the host knows.
    auth: null,
    headers: {
      ...headers,
      host: url.host,
      ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }),
    },
  };
};

/** What a server says beside an error is a courtesy: read it when it is short, never fail because of it. */
const apology = async (message: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    return await readBody(message, longestApology);
  } catch {
    return new Uint8Array();
  }
};

const longestApology = 65_536;

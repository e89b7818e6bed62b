import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import type { AgentOptions, ClientRequestArgs } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import { proxyAuthorization } from './proxies.ts';

/** A proxy that could not be used; host without credentials. */
export class ProxyFailure extends Error {
  override readonly name = 'ProxyFailure';
  readonly host: string;
  readonly code: string;
  constructor(host: string, code: string) {
    super(`the proxy ${host} failed (${code})`);
    this.host = host;
    this.code = code;
  }
}

type Connected = (error: Error | null, socket?: Duplex) => void;
/** What an agent hands over; Node's types leave the callback out. */
type Opening = (options: ClientRequestArgs, connected: Connected) => undefined;

/** An agent whose connections go through a proxy (CONNECT), so that it sees neither words nor keys of what is secure. */
export const tunnelAgent = (
  proxy: URL,
  secure: boolean,
  options: AgentOptions & { readonly longestMs: number },
): PlainAgent => {
  const agent = secure ? new TlsAgent(options) : new PlainAgent(options);
  const opening: Opening = (target, connected) => {
    openTunnel(proxy, target, options.longestMs)
      .then(socket => connected(null, secure ? secured(socket, target) : socket))
      .catch((error: unknown) =>
        connected(error instanceof Error ? error : new Error(String(error))),
      );
  };
  return Object.assign(agent, { createConnection: opening });
};

const secured = (socket: Duplex, target: ClientRequestArgs): Duplex =>
  connect({ ...(target as ConnectionOptions), socket });

const openTunnel = (proxy: URL, target: ClientRequestArgs, longestMs: number): Promise<Duplex> =>
  new Promise((resolve, reject) => {
    const host = target.host ?? target.hostname ?? '';
    const place = `${host.includes(':') ? `[${host}]` : host}:${target.port ?? 443}`;
    const authorization = proxyAuthorization(proxy);
    const request = (proxy.protocol === 'https:' ? tlsRequest : plainRequest)({
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      method: 'CONNECT',
      path: place,
      headers: {
        host: place,
        ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }),
      },
      agent: false,
      timeout: longestMs,
    });
    const fail = (code: string) => {
      request.destroy();
      reject(new ProxyFailure(proxy.host, code));
    };
    request.once('connect', (response, socket) => {
      if (response.statusCode === 200) resolve(socket);
      else {
        socket.destroy();
        fail(String(response.statusCode));
      }
    });
    request.once('response', response => fail(String(response.statusCode)));
    request.once('timeout', () => fail('ETIMEDOUT'));
    request.once('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.name));
    request.end();
  });

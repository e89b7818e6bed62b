import { Agent as PlainAgent } from 'node:http';
import type { Agent } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import { guardedLookup } from './addresses.ts';
import type { Limits } from './limits.ts';
import { tunnelAgent } from './tunnel.ts';

/** How a host is reached: by which connections, and which names are looked up there. */
export type Route = {
  readonly agent: Agent;
  readonly lookup: LookupFunction | undefined;
  readonly proxy?: URL;
};

/** Connections that are kept open for the next request, each kind of them made when it is first needed. */
export const createAgents = ({ allowPrivate, timeoutMs }: Limits) => {
  const idle = { keepAlive: true, maxFreeSockets: 64 };
  const direct = { 'http:': new PlainAgent(idle), 'https:': new TlsAgent(idle) };
  const tunnels = new Map<string, Agent>();
  const lookup = guardedLookup(allowPrivate);

  const tunnelTo = (url: URL, proxy: URL): Agent => {
    const secure = url.protocol === 'https:' || url.protocol === 'wss:';
    const name = `${proxy.href} ${secure}`;
    const tunnel =
      tunnels.get(name) ?? tunnelAgent(proxy, secure, { ...idle, longestMs: timeoutMs });
    tunnels.set(name, tunnel);
    return tunnel;
  };
  return {
    /** A proxy stands in one's own network more often than not, so its address may be private. */
    routeTo: (url: URL, proxy: URL | undefined): Route => {
      if (proxy === undefined)
        return { agent: direct[url.protocol === 'https:' ? 'https:' : 'http:'], lookup };
      if (url.protocol === 'http:')
        return {
          agent: direct[proxy.protocol === 'https:' ? 'https:' : 'http:'],
          lookup: undefined,
          proxy,
        };
      return { agent: tunnelTo(url, proxy), lookup: undefined };
    },
    close: () => {
      for (const agent of [...Object.values(direct), ...tunnels.values()]) agent.destroy();
    },
  };
};

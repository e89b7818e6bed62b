import type { IncomingHttpHeaders } from 'node:http';
import { isAddress, isPrivateHost, isReachable, refusePrivate } from './addresses.ts';
import { createAgents } from './agents.ts';
import { deadline } from './deadline.ts';
import { diagnose } from './diagnose.ts';
import { exchange } from './exchange.ts';
import type { Failure } from './failure.ts';
import type { Request } from './http.ts';
import type { Limits } from './limits.ts';
import { createPace, noPace } from './pace.ts';
import { noProxies } from './proxies.ts';
import type { Proxies } from './proxies.ts';
import { quotaWait, retryAfter } from './response.ts';

export type Hopped =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: IncomingHttpHeaders;
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** Milliseconds of the budget that it took, waiting for our turn aside. */
      readonly ms: number;
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type HopOptions = {
  readonly budgetMs: number;
  readonly signal: AbortSignal;
  readonly redirected: boolean;
};

/** One request to one address, redirects not followed: address rules, turn at the host, deadline, diagnosis. */
export type Hop = (url: URL, request: Request, options: HopOptions) => Promise<Hopped>;

export const createHop = (
  limits: Limits,
  userAgent: string,
  now: () => Date,
  proxies: Proxies = noProxies,
) => {
  const agents = createAgents(limits);
  const paced = createPace(limits.pauseMs ?? usualPauseMs, () => performance.now());

  const hop: Hop = async (url, request, options) => {
    const { host, protocol } = url;
    if (protocol !== 'http:' && protocol !== 'https:')
      return failed({ kind: 'scheme', scheme: protocol });
    if (isAddress(url.hostname) && !isReachable(url.hostname, limits.allowPrivate))
      return failed({ kind: 'private', host, redirected: options.redirected });
    const isSpared = limits.pauseMs !== undefined || !isPrivateHost(url.hostname);
    const pace = isSpared ? paced : noPace;
    const turned = await pace(host, options.signal).catch(() => undefined);
    if (turned === undefined) return failed({ kind: 'cancelled' });
    if (turned.kind === 'held') return failed({ kind: 'held', host, retryAfterMs: turned.forMs });

    const proxy = proxies(url);
    const limit = deadline(options.signal, options.budgetMs);
    let holdMs: number | undefined;
    try {
      if (proxy && !limits.allowPrivate) await refusePrivate(url.hostname);
      const answered = await exchange(url, {
        method: request.method ?? 'GET',
        headers: {
          'user-agent': userAgent,
          accept: anyFeed,
          'accept-encoding': 'gzip, deflate, br',
          ...request.headers,
        },
        body: request.body,
        ...agents.routeTo(url, proxy),
        maxBytes: limits.maxBytes,
        signal: limit.signal,
      });
      holdMs = quotaWait(answered.headers, now().getTime());
      if (answered.status === 429 || answered.status === 503)
        holdMs = retryAfter(answered.headers, now().getTime()) ?? holdMs;
      return { kind: 'answered', ms: limit.spentMs(), ...answered };
    } catch (error) {
      if (limit.hasPassed()) return failed({ kind: 'time-out', host, ms: limits.timeoutMs });
      if (options.signal.aborted) return failed({ kind: 'cancelled' });
      const failure = diagnose(error, host, limits.maxBytes);
      if (failure.kind === 'private') return failed({ ...failure, redirected: options.redirected });
      // Between us and a proxy there is nobody else who could refuse a connection.
      const isOfProxy = proxy && (failure.kind === 'connect' || failure.kind === 'dns');
      return failed(isOfProxy ? { kind: 'proxy', host: proxy.host, code: failure.code } : failure);
    } finally {
      limit.clear();
      turned.done(holdMs);
    }
  };
  return { hop, close: agents.close };
};

const failed = (failure: Failure): Hopped => ({ kind: 'failed', failure });

/** What crawlers grant a host between two requests. */
const usualPauseMs = 1000;

const anyFeed =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, ' +
  'application/json;q=0.9, text/xml;q=0.9, */*;q=0.5';

import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import type { Failure } from './failure.ts';
import { createHop } from './hop.ts';
import type { Hopped } from './hop.ts';
import type { Limits } from './limits.ts';
import { noProxies } from './proxies.ts';
import type { Proxies } from './proxies.ts';
import { quotaWait, redirectOf, retryAfter } from './response.ts';

export type Request = {
  readonly url: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
};

export type Answer =
  | {
      readonly kind: 'body';
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** The address that answered, after redirects. */
      readonly url: string;
      readonly headers: IncomingHttpHeaders;
      /** The address to ask from now on, after permanent redirects only. */
      readonly movedTo?: string;
    }
  | {
      readonly kind: 'unchanged';
      readonly headers: IncomingHttpHeaders;
      readonly movedTo?: string;
    }
  | {
      readonly kind: 'failed';
      readonly failure: Failure;
      /** What an error status came with, when it was short. */
      readonly bytes?: Uint8Array<ArrayBuffer>;
    };

/** Asks servers within the limits; never rejects for what a server does. */
export type Http = {
  readonly ask: (request: Request, signal: AbortSignal) => Promise<Answer>;
  /** Lets go of idle connections, so that the process can end. */
  readonly close: () => void;
};

/** A client with its own connections: `userAgent` names us, `now` dates what servers say. */
export const openHttp = (
  limits: Limits,
  userAgent: string,
  now: () => Date,
  proxies: Proxies = noProxies,
): Http => {
  const { hop, close } = createHop(limits, userAgent, now, proxies);

  const ask = async (request: Request, signal: AbortSignal): Promise<Answer> => {
    if (!URL.canParse(request.url)) return failed({ kind: 'bad-url' });
    const start = new URL(request.url);
    let budgetMs = limits.timeoutMs;
    let moved: URL | undefined;
    let permanent = true;
    let url = start;
    for (let hops = 0; hops <= limits.maxRedirects; hops++) {
      const hopped = await hop(url, hops === 0 ? request : onward(request, url, start), {
        budgetMs,
        signal,
        redirected: hops > 0,
      });
      if (hopped.kind === 'failed') return hopped;
      const redirect = redirectOf(hopped.status, hopped.headers.location, url);
      if (!redirect || request.method === 'POST') return answer(hopped, url, moved, now());
      if (!redirect.to) return failed({ kind: 'bad-url' });
      budgetMs -= hopped.ms;
      url = redirect.to;
      permanent &&= redirect.permanent;
      if (permanent) moved = url;
    }
    return failed({ kind: 'redirects', host: start.host, count: limits.maxRedirects });
  };
  return { ask, close };
};

const failed = (failure: Failure): Answer => ({ kind: 'failed', failure });

/** Headers may hold a key, and a key is for the host it was meant for. */
const onward = (request: Request, url: URL, start: URL): Request =>
  url.origin === start.origin ? request : { url: request.url };

const answer = (
  { status, headers, bytes }: Extract<Hopped, { kind: 'answered' }>,
  url: URL,
  moved: URL | undefined,
  now: Date,
): Answer => {
  const movedTo = moved ? { movedTo: moved.href } : {};
  if (status === 304) return { kind: 'unchanged', headers, ...movedTo };
  if (status >= 200 && status < 300)
    return { kind: 'body', bytes, url: url.href, headers, ...movedTo };
  const quota = status === 429 ? quotaWait(headers, now.getTime()) : undefined;
  const wait = retryAfter(headers, now.getTime()) ?? quota;
  const retry = wait === undefined ? {} : { retryAfterMs: wait };
  return { kind: 'failed', failure: { kind: 'status', host: url.host, status, ...retry }, bytes };
};

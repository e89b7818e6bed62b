import type { IncomingHttpHeaders } from 'node:http';

/** What makes the next request conditional. */
export type Validators = { readonly etag?: string; readonly lastModified?: string };

/** ETag and Last-Modified as the server sent them; none when `Expires: 0` says that its cache logic is not meant (as miniflux found). */
export const validatorsOf = (headers: IncomingHttpHeaders): Validators => {
  if (headers.expires === '0') return {};
  const { etag, 'last-modified': lastModified } = headers;
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
};

/** Milliseconds for which the server calls its answer fresh: `max-age`, else `Expires`; undefined when it does not say. */
export const freshFor = (headers: IncomingHttpHeaders, now: number): number | undefined => {
  const control = headers['cache-control'] ?? '';
  if (/\bno-(?:cache|store)\b/i.test(control)) return undefined;
  const maxAge = /\bmax-age\s*=\s*"?(\d+)/i.exec(control)?.[1];
  if (maxAge !== undefined) return Math.max(0, Number(maxAge) - Number(headers.age ?? 0)) * 1000;
  return span(headers.expires, now);
};

/** Milliseconds that the server asks us to wait: seconds, or a date (RFC 9110, section 10.2.3). */
export const retryAfter = (headers: IncomingHttpHeaders, now: number): number | undefined => {
  const wait = headers['retry-after']?.trim();
  if (wait === undefined) return undefined;
  return /^\d+$/.test(wait) ? Number(wait) * 1000 : span(wait, now);
};

/** Milliseconds until a quota that is used up is filled again: in seconds (Reddit), as a date (Mastodon) or since 1970 (GitHub and others). */
export const quotaWait = (headers: IncomingHttpHeaders, now: number): number | undefined => {
  const remaining = headers['x-ratelimit-remaining'];
  const reset = headers['x-ratelimit-reset'];
  if (typeof remaining !== 'string' || typeof reset !== 'string' || Number(remaining) >= 1)
    return undefined;
  const seconds = Number(reset);
  if (Number.isNaN(seconds)) return span(reset, now);
  return seconds > 1e9 ? Math.max(0, seconds * 1000 - now) : seconds * 1000;
};

const span = (date: string | undefined, now: number): number | undefined => {
  const at = date === undefined ? NaN : Date.parse(date);
  return at > now ? at - now : undefined;
};

/** Where a redirect leads, resolved against where we were; undefined when the answer is none. */
export const redirectOf = (
  status: number,
  location: string | undefined,
  from: URL,
): { readonly to: URL | undefined; readonly permanent: boolean } | undefined => {
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  const permanent = status === 301 || status === 308;
  return { to: URL.canParse(location, from.href) ? new URL(location, from) : undefined, permanent };
};

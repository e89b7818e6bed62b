import { withoutTracking } from './tracking.ts';
import { unwrapped } from './unwrap.ts';
import { httpUrl } from './http-url.ts';

/**
 * One spelling for one address, to compare with, not to open: https, unwrapped, without `www.`, `m.`, tracking,
 * fragment, credentials and closing slash, parameters in order; undefined when it is not http(s). Idempotent.
 */
export const canonicalUrl = (address: string): string | undefined => {
  let spelling = respelt(address);
  // What one pass uncovers (a redirector under `m.`, a second wrapper) the next may have to take off.
  for (let pass = 0; spelling !== undefined && pass < 8; pass++) {
    const next = respelt(spelling);
    if (next === spelling) return spelling;
    spelling = next;
  }
  return spelling;
};

const respelt = (address: string): string | undefined => {
  const url = httpUrl(address);
  if (!url) return undefined;
  const target = withoutTracking(unwrapped(url));
  target.searchParams.sort();
  const host = target.host.replace(/^(?:(?:www|m|mobile|amp)\.)+(?=[^.]+\.)/, '');
  const path = target.pathname.replace(/(?:\/(?:amp)?)+$/, '');
  return httpUrl(`https://${host}${path}${target.search}`)?.href.replace(/\/(?=\?|$)/, '');
};

import { withoutTracking } from './tracking.ts';
import { unwrapped } from './unwrap.ts';
import { httpUrl } from './http-url.ts';

/**
 * One spelling for one address, to compare with, not to open: https, unwrapped, without `www.`, `m.`, tracking,
 * fragment, credentials and closing slash, parameters in order; undefined when it is not http(s). Idempotent.
 */
export const canonicalUrl = (address: string): string | undefined => {
  let spelling = address;
  // What one pass uncovers (a redirector under `m.`, a second wrapper) the next may have to take off.
  for (let pass = 0; pass < 9; pass++) {
    const next = respelt(spelling);
    if (next === undefined || next === spelling) return next;
    spelling = next;
  }
  return spelling;
};

const respelt = (address: string): string | undefined => {
  const url = httpUrl(address);
  if (!url) return undefined;
  const target = withoutTracking(unwrapped(url));
  if (/[&%+]/.test(target.search)) target.searchParams.sort();
  const host = target.host.replace(/^(?:(?:www|m|mobile|amp)\.)+(?=[^.]+\.)/, '');
  const path = target.pathname.replace(/(?:\/(?:amp)?)+$/, '');
  const spelling = `https://${host}${path}${target.search}`;
  // Nothing was put together that was not one address before.
  if (host === target.host && target.protocol === 'https:') return spelling;
  return httpUrl(spelling)?.href.replace(/\/(?=\?|$)/, '');
};

import { withoutTracking } from './tracking.ts';
import { unwrapped } from './unwrap.ts';
import { httpUrl } from './http-url.ts';

/** Longer addresses are data or attacks, and nobody opens them. */
const longestAddress = 4000;

/**
 * An address that a person may open: absolute, http or https, unwrapped, without tracking parameters and without
 * credentials; undefined for anything else (`javascript:`, `mailto:`, a relative link without a base).
 */
export const cleanUrl = (address: string, base?: string): string | undefined => {
  const written = address.trim();
  if (written === '' || written.length > longestAddress) return undefined;
  const url = httpUrl(written, base);
  if (!url) return undefined;
  const target = withoutTracking(unwrapped(url));
  // Writing to a URL costs as much as reading one, and hardly any has these.
  if (target.username !== '') target.username = '';
  if (target.password !== '') target.password = '';
  return target.href;
};

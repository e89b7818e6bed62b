/** One spelling for one address: unwrapped, lower-case host, no tracking, no fragment; undefined when it is not http(s). */
export const canonicalUrl = (address: string): string | undefined => {
  const url = httpUrl(address);
  if (!url) return undefined;
  url.hash = '';
  url.hostname = url.hostname.replace(/^(?:www|m)\./, '');
  for (const name of [...url.searchParams.keys()])
    if (isTracking(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.host}${path}${url.search}`;
};

/** The address as a URL when it is http or https, else undefined. */
export const httpUrl = (address: string): URL | undefined => {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
};

/** Parameters that say where a reader came from, not what is read. */
const isTracking = (name: string): boolean => /^(?:utm_.+|fbclid|gclid|oc|ct|usg)$/i.test(name);

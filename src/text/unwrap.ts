import { httpUrl } from './http-url.ts';

/** Wrappers hold wrappers (Facebook around Google); no honest link is wrapped more often. */
const deepest = 4;

/** The address inside a redirector's link; the link itself when it is none, or holds nothing we may open. */
export const unwrapped = (url: URL): URL => {
  let inner = url;
  for (let depth = 0; depth < deepest; depth++) {
    const target = targetOf(inner);
    if (target === undefined) return inner;
    inner = target;
  }
  return inner;
};

const targetOf = (url: URL): URL | undefined => {
  const host = url.hostname.replace(/^www\./, '');
  const found = redirectors.find(({ hosts, path }) => hosts.test(host) && path.test(url.pathname));
  if (!found) return undefined;
  const written = found.read(url);
  return written === undefined ? undefined : httpUrl(written);
};

type Redirector = {
  readonly hosts: RegExp;
  readonly path: RegExp;
  readonly read: (url: URL) => string | undefined;
};

const parameter =
  (...names: readonly string[]) =>
  (url: URL): string | undefined => {
    for (const name of names) {
      const value = url.searchParams.get(name);
      if (value) return value;
    }
    return undefined;
  };

/**
 * Google Alerts puts the target into `url=`, sometimes percent-encoded, sometimes raw; a raw target's own `&` cannot be
 * told from Google's, so it is cut at the parameters that Google appends.
 */
const googleTarget = (url: URL): string | undefined => {
  const [, rest] = /[?&](?:url|q)=(https?:\/\/.*)$/i.exec(url.search) ?? [];
  if (rest === undefined) return parameter('url', 'q')(url);
  const target = rest.replace(/&(?:ct|cd|usg|sa|ved|source|opi)=.*$/s, '');
  return target.includes('?') ? target : decoded(target);
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not percent-encoded after all: the text is the address.
    return text;
  }
};

const redirectors: readonly Redirector[] = [
  { hosts: /^google\.[a-z.]{2,6}$/, path: /^\/url$/, read: googleTarget },
  { hosts: /^bing\.com$/, path: /^\/news\/apiclick\.aspx$/i, read: parameter('url') },
  { hosts: /^(?:l|lm)\.facebook\.com$/, path: /^\/l\.php$/, read: parameter('u') },
  { hosts: /^l\.instagram\.com$/, path: /^\//, read: parameter('u') },
  { hosts: /^youtube\.com$/, path: /^\/redirect$/, read: parameter('q') },
  { hosts: /^out\.reddit\.com$/, path: /^\//, read: parameter('url') },
  { hosts: /^duckduckgo\.com$/, path: /^\/l\/?$/, read: parameter('uddg') },
  { hosts: /^news\.url\.google\.com$/, path: /^\//, read: parameter('url', 'q') },
  { hosts: /^yelp\.com$/, path: /^\/(?:biz_redir|redirect)$/, read: parameter('url') },
  { hosts: /^linkedin\.com$/, path: /^\/redir\/redirect$/, read: parameter('url') },
  { hosts: /^steamcommunity\.com$/, path: /^\/linkfilter/, read: parameter('url', 'u') },
  { hosts: /safelinks\.protection\.outlook\.com$/, path: /^\//, read: parameter('url') },
  { hosts: /^vk\.com$/, path: /^\/away\.php$/, read: parameter('to') },
];

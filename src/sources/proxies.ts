import ipaddr from 'ipaddr.js';

/** The proxy by which an address is asked, if any. */
export type Proxies = (url: URL) => URL | undefined;

export const noProxies: Proxies = () => undefined;

type Env = Readonly<Record<string, string | undefined>>;

/** What HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY say, in lower case first; only http and https proxies are understood. */
export const proxiesIn = (env: Env): Proxies => {
  const named = (name: string) => asUrl(env[name.toLowerCase()] ?? env[name]);
  const [all, plain, secure] = ['ALL_PROXY', 'HTTP_PROXY', 'HTTPS_PROXY'].map(named);
  const spared = (env['no_proxy'] ?? env['NO_PROXY'] ?? '')
    .split(/[\s,]+/)
    .filter(name => name !== '')
    .map(name => name.toLowerCase());
  return url => {
    const proxy = (url.protocol === 'https:' ? secure : plain) ?? all;
    return proxy === undefined || spared.some(name => isSpared(url, name)) ? undefined : proxy;
  };
};

const asUrl = (written = ''): URL | undefined => {
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(written) ? written : `http://${written}`;
  if (written.trim() === '' || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return /^https?:$/.test(url.protocol) ? url : undefined;
};

/** `*`, a host with all below it (`example.org`, `.example.org`), a host with a port, an address or a network of them. */
const isSpared = ({ hostname, port, protocol }: URL, name: string): boolean => {
  if (name === '*') return true;
  const bare = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (name.includes('/')) return isIn(bare, name);
  const [, host = name, at] = /^(.*?)(?::(\d+))?$/.exec(name) ?? [];
  const isSamePort = at === undefined || at === (port || (protocol === 'https:' ? '443' : '80'));
  if (ipaddr.isValid(name)) return bare === name;
  const domain = host.replace(/^\*?\./, '');
  return isSamePort && (bare === domain || bare.endsWith(`.${domain}`));
};

const isIn = (address: string, network: string): boolean => {
  if (!ipaddr.isValid(address) || !ipaddr.isValidCIDR(network)) return false;
  const [parsed, [base, bits]] = [ipaddr.parse(address), ipaddr.parseCIDR(network)];
  return parsed.kind() === base.kind() && parsed.match(base, bits);
};

/** What a proxy wants to know of whoever uses it; undefined when its address names nobody. */
export const proxyAuthorization = ({ username, password }: URL): string | undefined => {
  if (username === '' && password === '') return undefined;
  const plain = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(plain).toString('base64')}`;
};

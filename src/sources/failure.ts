/** Why a request brought nothing; times in milliseconds, hosts without credentials or paths. */
export type Failure =
  | { readonly kind: 'bad-url' }
  | { readonly kind: 'scheme'; readonly scheme: string }
  | { readonly kind: 'private'; readonly host: string; readonly redirected: boolean }
  | { readonly kind: 'dns'; readonly host: string; readonly code: string }
  | { readonly kind: 'connect'; readonly host: string; readonly code: string }
  | { readonly kind: 'tls'; readonly host: string; readonly code: string }
  /** The proxy of the environment, not the host that was meant. */
  | { readonly kind: 'proxy'; readonly host: string; readonly code: string }
  | { readonly kind: 'broken'; readonly host: string; readonly code: string }
  | { readonly kind: 'time-out'; readonly host: string; readonly ms: number }
  | { readonly kind: 'too-large'; readonly host: string; readonly bytes: number }
  | { readonly kind: 'redirects'; readonly host: string; readonly count: number }
  | {
      readonly kind: 'status';
      readonly host: string;
      readonly status: number;
      readonly retryAfterMs?: number;
    }
  /** The host told another source of ours to wait, so it was not asked. */
  | { readonly kind: 'held'; readonly host: string; readonly retryAfterMs: number }
  | { readonly kind: 'cancelled' };

/** One sentence, without a full stop, that a person can act on. */
export const explain = (failure: Failure): string => {
  switch (failure.kind) {
    case 'bad-url':
      return 'the address is not a valid http or https URL; correct it in the configuration';
    case 'scheme':
      return `the address leads to ${failure.scheme}, and only http and https are followed`;
    case 'private':
      return failure.redirected
        ? `it redirects to ${failure.host}, an address inside a private network, which is not followed`
        : `${failure.host} is an address inside a private network; network.allow_private = true lets it through, unless it is link-local or a cloud's own`;
    case 'dns':
      return failure.code === 'EAI_AGAIN'
        ? `the name ${failure.host} could not be looked up; is this machine online?`
        : `there is no host called ${failure.host}; check the spelling of the address`;
    case 'connect':
      return connection(failure.host, failure.code);
    case 'tls':
      return `${failure.host} has no valid certificate (${certificate(failure.code)}); nothing was read`;
    case 'proxy':
      return failure.code === '407'
        ? `the proxy ${failure.host} wants a name and a password (407); put them into HTTPS_PROXY, as in http://name:password@host:port`
        : `the proxy ${failure.host} could not be used (${failure.code}); see HTTPS_PROXY and NO_PROXY in the environment`;
    case 'broken':
      return `${failure.host} broke off in the middle of its answer (${failure.code})`;
    case 'time-out':
      return `${failure.host} did not finish its answer within ${seconds(failure.ms)}`;
    case 'too-large':
      return `the answer of ${failure.host} is larger than ${megabytes(failure.bytes)}; raise network.max_bytes if that is meant`;
    case 'redirects':
      return `${failure.host} redirects more than ${failure.count} times, probably in a circle`;
    case 'status':
      return answered(failure.status, failure.host);
    case 'held':
      return `${failure.host} asked us to wait, so it was not asked again`;
    case 'cancelled':
      return 'the scan was stopped before it answered';
    default:
      return failure satisfies never;
  }
};

/** Whether the server refuses us, and not just fails. */
export const isBlocked = (failure: Failure): boolean =>
  failure.kind === 'held' ||
  (failure.kind === 'status' && [401, 402, 403, 407, 429, 451].includes(failure.status));

/** Whether it is likely that this machine has no network, rather than that the server has a fault. */
export const isOffline = (failure: Failure): boolean =>
  (failure.kind === 'dns' || failure.kind === 'connect') &&
  ['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN'].includes(failure.code);

const answered = (status: number, host: string): string => {
  switch (status) {
    case 401:
      return `${host} wants a login (401); use an address that needs none, or one with a key`;
    case 403:
      return `${host} refuses us (403); it may block automatic readers, so look for another feed`;
    case 404:
      return `${host} has nothing at this address (404); the feed may have moved, so check its web site`;
    case 410:
      return `the feed is gone for good (410) and will not be asked again; remove the source or give it a new address`;
    case 429:
      return `${host} says we ask too often (429); a longer "every" helps`;
    case 451:
      return `${host} may not show this here for legal reasons (451)`;
    default:
      return status >= 500
        ? `the server answered ${status}; that is its trouble and usually passes`
        : `the server answered ${status}`;
  }
};

const connection = (host: string, code: string): string => {
  switch (code) {
    case 'ECONNREFUSED':
      return `${host} refuses connections; its server may be down or the port wrong`;
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
    case 'ENETDOWN':
      return `${host} cannot be reached; is this machine online?`;
    case 'ETIMEDOUT':
      return `${host} does not answer at all`;
    default:
      return `the connection to ${host} failed (${code})`;
  }
};

const certificate = (code: string): string => {
  if (/EXPIRED/.test(code)) return 'it has expired';
  if (/SELF_SIGNED|DEPTH_ZERO/.test(code)) return 'it is signed by itself';
  if (/ALTNAME/.test(code)) return 'it belongs to another name';
  if (/UNABLE_TO|VERIFY/.test(code)) return 'its signer is not known';
  return code;
};

const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} seconds`;
const megabytes = (bytes: number): string => `${Math.round(bytes / 100_000) / 10} MB`;

import { codeOf } from '../error-code.ts';
import { PrivateAddress } from './addresses.ts';
import type { Failure } from './failure.ts';
import { ProxyFailure } from './tunnel.ts';

/** A body that grew past its limit. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Sorts what node:http, node:tls, node:dns and node:zlib throw into a failure; anything else is not ours and goes on up. */
export const diagnose = (error: unknown, host: string, maxBytes: number): Failure => {
  if (error instanceof PrivateAddress) return { kind: 'private', host, redirected: false };
  if (error instanceof TooLarge) return { kind: 'too-large', host, bytes: maxBytes };
  if (error instanceof ProxyFailure) return { kind: 'proxy', host: error.host, code: error.code };
  const code = firstCodeOf(error);
  if (code === undefined) throw error;
  if (dns.has(code)) return { kind: 'dns', host, code };
  if (isTls(code)) return { kind: 'tls', host, code };
  if (unreachable.has(code)) return { kind: 'connect', host, code };
  return { kind: 'broken', host, code };
};

/** Trying IPv6 and IPv4 side by side gives one error for both; the first tells enough. */
const firstCodeOf = (error: unknown): string | undefined =>
  error instanceof AggregateError ? firstCodeOf(error.errors[0]) : codeOf(error);

const dns = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENODATA', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME']);

const unreachable = new Set([
  'ECONNREFUSED',
  'ENETUNREACH',
  'ENETDOWN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ETIMEDOUT',
  'EADDRNOTAVAIL',
  'EACCES',
  'EPERM',
]);

const isTls = (code: string): boolean =>
  /^(?:ERR_TLS|ERR_SSL|CERT_|EPROTO|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|HOSTNAME_MISMATCH)/.test(
    code,
  );

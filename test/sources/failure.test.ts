import { expect, test } from 'vitest';
import { diagnose, TooLarge } from '../../src/sources/diagnose.ts';
import { PrivateAddress } from '../../src/sources/addresses.ts';
import { explain, isBlocked } from '../../src/sources/failure.ts';
import type { Failure } from '../../src/sources/failure.ts';

const host = 'feeds.example.org';
const coded = (code: string) => Object.assign(new Error('raw words of Node'), { code });

test.each([
  [coded('ENOTFOUND'), 'there is no host called feeds.example.org'],
  [coded('EAI_AGAIN'), 'is this machine online?'],
  [coded('ECONNREFUSED'), 'refuses connections'],
  [new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')]), 'refuses connections'],
  [coded('EHOSTUNREACH'), 'cannot be reached'],
  [coded('ETIMEDOUT'), 'does not answer at all'],
  [coded('EACCES'), 'failed (EACCES)'],
  [coded('CERT_HAS_EXPIRED'), 'it has expired'],
  [coded('DEPTH_ZERO_SELF_SIGNED_CERT'), 'signed by itself'],
  [coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'belongs to another name'],
  [coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'signer is not known'],
  [coded('EPROTO'), 'no valid certificate (EPROTO)'],
  [coded('ECONNRESET'), 'broke off'],
  [coded('Z_DATA_ERROR'), 'broke off'],
  [coded('HPE_INVALID_CONSTANT'), 'broke off'],
  [new PrivateAddress(host), 'network.allow_private = true'],
  [new TooLarge(), 'larger than 10 MB'],
])('%s becomes a sentence that says "%s"', (error, sentence) => {
  expect(explain(diagnose(error, host, 10_000_000))).toContain(sentence);
});

test('a fault of our own is not taken for one of the server', () => {
  expect(() => diagnose(new TypeError('ours'), host, 1)).toThrow('ours');
});

test.each([
  [{ kind: 'bad-url' }, 'not a valid http or https URL', false],
  [{ kind: 'scheme', scheme: 'ftp:' }, 'ftp:', false],
  [{ kind: 'private', host, redirected: true }, 'redirects to feeds.example.org', false],
  [{ kind: 'time-out', host, ms: 20_000 }, 'within 20 seconds', false],
  [{ kind: 'redirects', host, count: 5 }, 'in a circle', false],
  [{ kind: 'status', host, status: 400 }, 'answered 400', false],
  [{ kind: 'status', host, status: 401 }, 'wants a login', true],
  [{ kind: 'status', host, status: 403 }, 'refuses us', true],
  [{ kind: 'status', host, status: 404 }, 'nothing at this address', false],
  [{ kind: 'status', host, status: 410 }, 'gone for good', false],
  [{ kind: 'status', host, status: 429 }, 'ask too often', true],
  [{ kind: 'status', host, status: 451 }, 'legal reasons', true],
  [{ kind: 'status', host, status: 503 }, 'the server answered 503', false],
  [{ kind: 'held', host, retryAfterMs: 1 }, 'asked us to wait', true],
  [{ kind: 'cancelled' }, 'stopped', false],
] as const satisfies readonly [Failure, string, boolean][])(
  '%o says "%s"',
  (failure: Failure, sentence, blocked) => {
    expect(explain(failure)).toContain(sentence);
    expect(isBlocked(failure)).toBe(blocked);
  },
);

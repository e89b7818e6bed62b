import { expect, test } from 'vitest';
import { freshFor, retryAfter, validatorsOf } from '../../src/sources/response.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const inTenMinutes = 'Fri, 20 Nov 2026 12:10:00 GMT';
const minutes = (count: number) => count * 60_000;

test.each([
  ['nothing said', {}, undefined],
  ['max-age', { 'cache-control': 'public, max-age=600' }, minutes(10)],
  ['max-age in quotes', { 'cache-control': 'max-age="600"' }, minutes(10)],
  [
    'max-age, part of it spent in a cache',
    { 'cache-control': 'max-age=600', age: '240' },
    minutes(6),
  ],
  ['max-age, over-spent', { 'cache-control': 'max-age=600', age: '900' }, 0],
  ['s-maxage, which is for shared caches', { 'cache-control': 's-maxage=600' }, undefined],
  ['no-cache wins over max-age', { 'cache-control': 'no-cache, max-age=600' }, undefined],
  ['Expires', { expires: inTenMinutes }, minutes(10)],
  ['Expires in the past', { expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, undefined],
  ['Expires: 0', { expires: '0' }, undefined],
  [
    'max-age wins over Expires',
    { 'cache-control': 'max-age=60', expires: inTenMinutes },
    minutes(1),
  ],
] as const)('how long an answer stays fresh: %s', (_, headers, expected) => {
  expect(freshFor(headers, now)).toBe(expected);
});

test.each([
  ['seconds', '120', minutes(2)],
  ['a date', inTenMinutes, minutes(10)],
  ['a date that is over', 'Thu, 01 Jan 1970 00:00:00 GMT', undefined],
  ['nonsense', 'soon', undefined],
])('how long to wait: %s', (_, wait, expected) => {
  expect(retryAfter({ 'retry-after': wait }, now)).toBe(expected);
});

test('validators are taken as they are, unless the server disowns them', () => {
  const headers = { etag: 'W/"a"', 'last-modified': 'Fri, 20 Nov 2026 11:00:00 GMT' };
  expect(validatorsOf(headers)).toEqual({ etag: 'W/"a"', lastModified: headers['last-modified'] });
  expect(validatorsOf({ ...headers, expires: '0' })).toEqual({});
});

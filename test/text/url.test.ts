import { array, assert, constantFrom, oneof, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { cleanUrl } from '../../src/text/link.ts';
import { canonicalUrl } from '../../src/text/url.ts';

test.each([
  ['https://a.example/x?utm_source=rss&id=7&fbclid=1#top', 'https://a.example/x?id=7#top'],
  [
    'https://www.google.com/url?rct=j&sa=t&url=https://a.example/x%3Fp%3D1&ct=ga&cd=CAE&usg=AOv',
    'https://a.example/x?p=1',
  ],
  [
    'https://www.google.com/url?rct=j&sa=t&url=https://a.example/x?p=1&q=2&ct=ga&cd=CAE&usg=AOv',
    'https://a.example/x?p=1&q=2',
  ],
  [
    'https://www.google.co.uk/url?q=https%3A%2F%2Fa.example%2Fx%3Fp%3D1%26r%3D2&usg=AOv',
    'https://a.example/x?p=1&r=2',
  ],
  [
    'http://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&tid=65A&url=https%3a%2f%2fa.example%2fx&c=1&mkt=en-us',
    'https://a.example/x',
  ],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F&h=AT', 'https://a.example/'],
  ['https://user:secret@a.example/', 'https://a.example/'],
  [' https://a.example/with space ', 'https://a.example/with%20space'],
])('%s opens as %s', (address, url) => expect(cleanUrl(address)).toBe(url));

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'mailto:a@b.example',
  'file:///etc/passwd',
  'relative/path',
  'https://',
  '',
  `https://a.example/${'x'.repeat(5000)}`,
])('%.40s does not open', address => expect(cleanUrl(address)).toBeUndefined());

test('a wrapper around what may not be opened is left as it is', () => {
  expect(cleanUrl('https://www.google.com/url?url=javascript:alert(1)')).toMatch(/google/);
});

test('relative addresses are read against their base', () => {
  expect(cleanUrl('../b?x=1', 'https://a.example/d/e')).toBe('https://a.example/b?x=1');
});

test.each([
  ['http://www.A.example/x/?b=2&a=1&utm_medium=x#y', 'https://a.example/x?a=1&b=2'],
  ['https://m.a.example/x/amp/', 'https://a.example/x'],
  ['https://a.example', 'https://a.example'],
])('%s and %s are one address', (one, other) => {
  expect(canonicalUrl(one)).toBe(canonicalUrl(other));
});

test('the canonical spelling of a canonical spelling is itself', () => {
  const host = constantFrom(
    'a.example',
    'www.B.example:8080',
    'm.c.example',
    'www.google.com',
    '127.0.0.1',
  );
  const path = constantFrom('', '/', '/url', '/x/amp/', '//x/%2f', '/x;y', '/über');
  const query = constantFrom(
    '',
    '?',
    '?q=https://d.example/%3Fa',
    '?b=2&a=%20+&utm_x=1',
    '?url=x',
    '?a&&b=',
  );
  const address = tuple(constantFrom('http://', 'https://u:p@'), host, path, query).map(parts =>
    parts.join(''),
  );
  const wrapped = address.map(url => `https://www.google.com/url?url=${encodeURIComponent(url)}`);
  const prefix = constantFrom(
    'http://m.youtube.com/redirect?q=',
    'https://www.www.l.facebook.com/l.php?u=',
  );
  const nested = tuple(prefix, address).map(([head, url]) => head + encodeURIComponent(url));
  const suffix = array(constantFrom('/', '//', '/amp', '?a=1', '&utm_x=1', '#f', '%20', '+', '?'), {
    maxLength: 4,
  }).map(parts => parts.join(''));
  assert(
    property(oneof(address, wrapped, nested), suffix, (url, end) => {
      const once = canonicalUrl(url + end);
      if (once !== undefined) expect(canonicalUrl(once)).toBe(once);
    }),
    { numRuns: 500 },
  );
});

import { assert, property, string, stringMatching, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { readFeed } from '../../src/parse/feed.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readFeed(bytesOf(text), { url: 'https://feed.example/' });
const item = (inner: string) => `<rss version="2.0"><channel><item>${inner}</item></channel></rss>`;

test('any bytes give entries or problems, never an error', () => {
  assert(
    property(uint8Array({ maxLength: 400 }), string(), (bytes, contentType) => {
      const { entries, problems } = readFeed(bytes, { contentType });
      expect(entries.length + problems.length).toBeGreaterThan(0);
    }),
  );
});

test('hundreds of thousands of open tags are counted, not kept', () => {
  const { entries, problems } = read(
    item(`<title>Deep</title><description>${'<div>'.repeat(200_000)}words`),
  );
  expect(entries).toMatchObject([{ title: 'Deep' }]);
  expect(problems.map(problem => problem.kind)).toContain('too-deep');
});

test('an item after one that nests too deeply is read', () => {
  const deep = `<description>${'<b>'.repeat(500)}x${'</b>'.repeat(500)}</description>`;
  const { entries } = read(
    `<rss><channel><item><title>1</title>${deep}</item><item><title>2</title></item></channel></rss>`,
  );
  expect(entries.map(entry => entry.title)).toEqual(['1', '2']);
});

test('a billion laughs are not told', () => {
  const levels = Array.from(
    { length: 30 },
    (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
  );
  const { entries } = read(
    `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${levels.join('')}]>${item('<title>&l30;!</title>')}`,
  );
  expect(entries).toMatchObject([{ title: '!' }]);
});

test('a title of five megabytes is cut, with a word about it', () => {
  const { entries, problems } = read(item(`<title>${'long '.repeat(1_000_000)}</title>`));
  expect(entries[0]?.title?.length).toBeLessThanOrEqual(500);
  expect(problems).toContainEqual({
    kind: 'shortened',
    message: 'A title was cut at 500 characters.',
  });
});

test.each([
  ['tags that never end', '<a '.repeat(170_000)],
  ['quotes that never end', '<a href="'.repeat(60_000)],
  ['escaped tags that never end', '&lt;p'.repeat(120_000)],
  ['ampersands', '&'.repeat(500_000)],
  ['end tags without a start', '</b>'.repeat(120_000)],
  ['comments that never end', '<!--'.repeat(120_000)],
  ['escape sequences that never end', '\u001b]'.repeat(170_000)],
  ['8-bit sequences that never end', '&#157;\u009d'.repeat(60_000)],
  ['scripts that never end', '&lt;script&gt;'.repeat(40_000)],
  ['marks on one letter', `a${'\u0301\u0323'.repeat(120_000)}`],
  ['white space', ' \n'.repeat(250_000)],
])('half a megabyte of %s are read in linear time', (_, text) => {
  const { entries } = read(item(`<title>Here</title><description>${text}</description>`));
  expect(entries[0]?.title).toBe('Here');
});

test('ids and keys named like the prototype are only names', () => {
  const { entries } = read(item('<title>t</title><guid>__proto__</guid><__proto__>x</__proto__>'));
  expect(entries).toMatchObject([{ nativeId: '__proto__' }]);
  const json = read('{"items":[{"id":"__proto__","title":"t","__proto__":{"url":"x"}}]}');
  expect(json.entries).toEqual([{ nativeId: '__proto__', title: 't', text: '' }]);
});

test('links that are not http or https do not survive', () => {
  for (const link of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'mailto:a@b.c',
  ])
    expect(read(item(`<title>t</title><link>${link}</link>`)).entries[0]).not.toHaveProperty('url');
});

const unsafe =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

test('nothing that an entry carries can move the cursor or turn the text around', () => {
  const nasty = stringMatching(/^[\u001b\u009b\u202e\u200f\u0000-\u001fa-z[\]0-9;mJ<>&]{1,40}$/);
  assert(
    property(nasty, nasty, (first, second) => {
      const hidden = `&#27;[2J${first}${second}`;
      const { entries } = read(
        item(
          `<title>t${hidden}</title><guid>${hidden}</guid><author>${hidden}</author><source>${hidden}</source>` +
            `<link>https://x.example/${hidden}</link><description>d${hidden}</description>`,
        ),
      );
      for (const { exported: _, ...entry } of entries)
        for (const value of Object.values(entry)) expect(String(value)).not.toMatch(unsafe);
    }),
  );
});

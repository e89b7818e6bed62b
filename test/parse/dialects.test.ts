import { expect, test } from 'vitest';
import type { Entry } from '../../src/core/mention.ts';
import { readFeed } from '../../src/parse/feed.ts';

const rss = (item: string, attributes = '') =>
  `<rss version="2.0" ${attributes}><channel><item>${item}</item></channel></rss>`;
const atom = (entry: string, feed = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${feed}><entry>${entry}</entry></feed>`;

/** Ways of writing that few feeds have and some readers understand; each found missing in ours once. */
const cases: readonly (readonly [string, string, Partial<Entry>])[] = [
  [
    'the maker of an item in FOAF',
    rss(
      '<f:maker><f:Person><f:name>Ana Lee</f:name></f:Person></f:maker>',
      'xmlns:f="http://xmlns.com/foaf/0.1/"',
    ),
    { author: 'Ana Lee' },
  ],
  [
    'the author of what an entry was copied from, before that of the feed',
    atom(
      '<title>T</title><source><title>Origin</title><author><name>Ana Lee</name></author></source>',
    ).replace('<entry>', '<author><name>Editor</name></author><entry>'),
    { author: 'Ana Lee', publisher: 'Origin' },
  ],
  [
    'a base of a link of its own',
    atom('<link xml:base="b/" href="1"/>', 'xml:base="https://e.example/a/"'),
    { url: 'https://e.example/a/b/1' },
  ],
  [
    'a link whose address is its text',
    '<feed version="0.2" xmlns="http://example.com/newformat#"><entry><link>https://e.example/1</link></entry></feed>',
    { url: 'https://e.example/1' },
  ],
  [
    'content packed in base64 without a mode',
    atom('<content type="application/octet-stream">RXhhbXBsZSA8Yj5BdG9tPC9iPg==</content>'),
    { text: 'Example Atom' },
  ],
  [
    'content that is a document in base64, which nobody can read here',
    atom('<title>T</title><content type="application/octet-stream">iVBORw0KGgr/4A==</content>'),
    { title: 'T', text: '' },
  ],
  [
    'when an item became available',
    rss('<t:available>2026-11-20</t:available>', 'xmlns:t="http://purl.org/dc/terms/"'),
    { publishedAt: '2026-11-20T00:00:00.000Z' },
  ],
  [
    'quotes of windows-1252 that went through Latin-1 into UTF-8',
    rss('<title>\u0093don\u0092t\u0094 \u0096 \u0085</title>'),
    { title: '“don’t” – …' },
  ],
  [
    'names of RSS in an Atom feed',
    atom(
      '<guid>https://e.example/1</guid><description>D</description><pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate>',
    ),
    { url: 'https://e.example/1', text: 'D', publishedAt: '2026-11-20T09:00:00.000Z' },
  ],
  [
    'an owner, where no author is named',
    rss('<title>T</title><itunes:owner><itunes:name>Ana Lee</itunes:name></itunes:owner>'),
    { author: 'Ana Lee' },
  ],
  [
    'an item after a title of the feed that never ends',
    '<rss><channel><title>Feed<item><title>T</title></item></channel></rss>',
    { title: 'T' },
  ],
  [
    'what stands after an element that never ends',
    rss(
      '<itunes:owner><itunes:name>Ana Lee</itunes:name><title>T</title><link>https://e.example/1</link>',
    ),
    { title: 'T', url: 'https://e.example/1' },
  ],
  [
    'what stands after a text that never ends',
    rss(
      '<description>A <b>long</b> wait<link>https://e.example/?a=1&amp;b=2</link><dc:creator><![CDATA[Ana Lee]]></dc:creator><pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate>',
    ),
    {
      text: 'A long wait',
      url: 'https://e.example/?a=1&b=2',
      author: 'Ana Lee',
      publishedAt: '2026-11-20T09:00:00.000Z',
    },
  ],
  [
    'tags with a zero byte in them',
    rss('<guid\0>https://e.example/1</guid\0><title>T</title>'),
    { title: 'T', url: 'https://e.example/1' },
  ],
];

test.each(cases)('reads %s', (_, feed, expected) => {
  const { entries } = readFeed(new TextEncoder().encode(feed));
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject(expected);
});

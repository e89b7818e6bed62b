import { expect, test } from 'vitest';
import { readFeed } from '../../src/parse/feed.ts';
import { candidatesOf } from '../../src/scan/candidates.ts';
import { aSource } from './scanning.ts';

test('an item that only has an id, a name and a date is read, but is no mention', () => {
  const feed = `<rss><channel>
    <item><guid isPermaLink="false">1</guid><pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate><author>ana@example.org (Ana)</author></item>
    <item><guid isPermaLink="false">2</guid><link>https://example.org/2</link></item>
  </channel></rss>`;
  const { entries } = readFeed(new TextEncoder().encode(feed));
  expect(entries).toHaveLength(2);
  const mentions = candidatesOf(entries, aSource({}), new Date('2026-11-20T12:00:00Z'));
  expect(mentions.map(({ mention }) => mention.url)).toEqual(['https://example.org/2']);
});

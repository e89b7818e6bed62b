import { array, assert, constantFrom, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { parseOpml, writeOpml } from '../../src/parse/opml.ts';

test('subscriptions are found under their headings, whoever wrote the file', () => {
  const { outlines, problems } = parseOpml(`<?xml version="1.0"?>
    <opml version="1.0"><body>
      <outline text="News">
        <outline title="Fact &amp; check" text="x" type="rss" xmlUrl="https://facts.example/feed" htmlUrl="https://facts.example/"/>
        <outline text="Deep"><outline text="Feed scheme" xmlUrl="feed://deep.example/rss"/></outline>
      </outline>
      <outline text="No address"/>
      <OUTLINE TEXT="Shouted" XMLURL="https://loud.example/rss" DESCRIPTION="stale since February"/>
    </body></opml>`);
  expect(problems).toEqual([]);
  expect(outlines).toEqual([
    {
      title: 'Fact & check',
      url: 'https://facts.example/feed',
      site: 'https://facts.example/',
      folders: ['News'],
    },
    { title: 'Feed scheme', url: 'https://deep.example/rss', folders: ['News', 'Deep'] },
    {
      title: 'Shouted',
      url: 'https://loud.example/rss',
      folders: [],
      note: 'stale since February',
    },
  ]);
});

test('an address that is no feed is not offered', () => {
  const { outlines, problems } = parseOpml(
    '<opml><body><outline text="x" xmlUrl="javascript:alert(1)"/></body></opml>',
  );
  expect(outlines).toEqual([]);
  expect(problems).toMatchObject([{ kind: 'not-a-feed' }]);
});

test('what is written is read again', () => {
  const words = string({
    minLength: 1,
    maxLength: 20,
    unit: constantFrom(...Array.from('aZ9 &<>"\'é医')),
  })
    .map(text => text.replace(/[<>\s]+/g, ' ').trim())
    .filter(text => text !== '' && !/&\w+;/.test(text));
  const outline = record({
    title: words,
    url: constantFrom(
      'https://a.example/feed',
      'http://b.example/?a=1&b=2',
      'https://c.example/%22',
    ),
    folders: array(words, { maxLength: 2 }),
  });
  assert(
    property(array(outline, { minLength: 1, maxLength: 4 }), outlines => {
      const read = parseOpml(writeOpml('Mine', outlines)).outlines;
      const sorted = (list: readonly unknown[]) => list.map(item => JSON.stringify(item)).sort();
      expect(sorted(read.map(({ title, url, folders }) => ({ title, url, folders })))).toEqual(
        sorted(outlines.map(({ title, url, folders }) => ({ title, url, folders }))),
      );
    }),
  );
});

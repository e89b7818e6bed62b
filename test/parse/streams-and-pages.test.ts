import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { parseJetstream } from '../../src/parse/bluesky-stream.ts';
import { parseClaimReviews } from '../../src/parse/claim-reviews.ts';
import { discoverFeeds } from '../../src/parse/feed-discovery.ts';
import { parsePubMedIds } from '../../src/parse/pubmed.ts';
import { markdownToText } from '../../src/text/markdown.ts';

test('a page names its feeds in the head; that of its comments comes last', () => {
  const page = `<html><head><base href="https://site.example/blog/">
    <link rel="alternate" type="application/rss+xml" title="Site &raquo; Comments Feed" href="/comments/feed/">
    <link rel="alternate" type="application/rss+xml" title="Site &raquo; Feed" href="/feed/">
    <LINK REL='alternate' TYPE='application/atom+xml' HREF='atom.xml'>
    <link rel="alternate" type="application/feed+json" href="https://site.example/feed.json">
    <link rel="alternate" hreflang="es" href="/es/"><link rel="stylesheet" href="x.css">
    </head><body><a href="feed://site.example/rss.xml">RSS</a><a href="/about">About</a>
    <a href="javascript:alert('/feed')">x</a></body></html>`;
  expect(discoverFeeds(page, 'https://site.example/')).toEqual([
    { url: 'https://site.example/feed/', title: 'Site » Feed' },
    { url: 'https://site.example/blog/atom.xml' },
    { url: 'https://site.example/feed.json' },
    { url: 'https://site.example/rss.xml' },
    { url: 'https://site.example/comments/feed/', title: 'Site » Comments Feed' },
  ]);
});

test('any page offers a list of feeds, perhaps an empty one', () => {
  assert(
    property(string(), text => {
      const html = `<link rel=alternate type=text/xml href="${text}"><a href=${text}>`;
      for (const { url } of discoverFeeds(html, 'https://x.example/'))
        expect(url).toMatch(/^https?:/);
    }),
  );
});

test('the stream of Bluesky tells posts, deletions and all the rest', () => {
  const record = {
    $type: 'app.bsky.feed.post',
    text: 'Waited two hours',
    createdAt: '2026-11-20T10:00:00Z',
    langs: ['en'],
  };
  const place = { did: 'did:plc:a', collection: 'app.bsky.feed.post', rkey: '3k' };
  const frame = (payload: object) => parseJetstream(JSON.stringify({ payload }));
  expect(frame({ ...place, operation: 'create', record, seq: 12 })).toEqual({
    kind: 'post',
    cursor: '12',
    entry: {
      nativeId: 'at://did:plc:a/app.bsky.feed.post/3k',
      url: 'https://bsky.app/profile/did:plc:a/post/3k',
      text: 'Waited two hours',
      author: 'did:plc:a',
      publishedAt: '2026-11-20T10:00:00.000Z',
      kind: 'post',
      language: 'en',
    },
  });
  expect(frame({ ...place, operation: 'delete', seq: 13 })).toEqual({
    kind: 'deleted',
    cursor: '13',
    id: 'at://did:plc:a/app.bsky.feed.post/3k',
  });
  const older = {
    did: 'did:plc:a',
    time_us: 99,
    commit: { collection: 'app.bsky.feed.post', rkey: '3k', operation: 'create', record },
  };
  expect(parseJetstream(JSON.stringify(older))).toMatchObject({ kind: 'post', cursor: '99' });
  expect(frame({ did: 'x', collection: 'app.bsky.feed.like', seq: 14 })).toEqual({
    kind: 'other',
    cursor: '14',
  });
  expect(parseJetstream('nonsense')).toEqual({ kind: 'other' });
});

test('checked claims come with rating, publisher and address; half a review is none', () => {
  const answer = {
    claims: [
      {
        text: 'The flu shot gives you the flu',
        claimant: 'Posts',
        claimReview: [
          {
            publisher: { name: 'Plain Facts', site: 'plain.example' },
            url: 'https://plain.example/1',
            title: 'No',
            reviewDate: '2026-11-20T00:00:00Z',
            textualRating: 'False',
            languageCode: 'en',
          },
          { url: 'javascript:alert(1)', textualRating: 'False' },
        ],
      },
    ],
    nextPageToken: 'CAo',
  };
  expect(parseClaimReviews(JSON.stringify(answer))).toEqual({
    reviews: [
      {
        claim: 'The flu shot gives you the flu',
        claimant: 'Posts',
        rating: 'False',
        publisher: 'Plain Facts',
        title: 'No',
        url: 'https://plain.example/1',
        reviewedAt: '2026-11-20T00:00:00.000Z',
        language: 'en',
      },
    ],
    next: 'CAo',
  });
  expect(parseClaimReviews('{}')).toEqual({ reviews: [] });
  expect(parseClaimReviews('{"error":{"message":"API key not valid."}}')).toMatchObject({
    refusal: 'API key not valid.',
  });
});

test('a search of PubMed gives ids and nothing else', () => {
  expect(parsePubMedIds('{"esearchresult":{"idlist":["39000001","x",7]}}')).toEqual(['39000001']);
  expect(parsePubMedIds('<html>')).toEqual([]);
});

test.each([
  ['[words](https://x.example "t") and ![cat](c.png)', 'words and cat'],
  ['**bold** __too__ *soft* _soft_ ~~gone~~ `code`', 'bold too soft soft gone code'],
  ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
  ['# Title\n\n> quoted\n\n- one\n- two', 'Title\n\nquoted\n\n• one\n• two'],
  ['not \\*bold\\*', 'not *bold*'],
])('the markdown %j reads %j', (markdown, text) => expect(markdownToText(markdown)).toBe(text));

import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { complaintAbout } from '../../src/sources/kinds.ts';
import { aSource } from '../scan/scanning.ts';
import { json, network, rss, titles } from './network.ts';

test('Google News is searched within days, and before: never stands alone', async () => {
  const answer: RequestListener = (_, response) => response.end(rss('Flu'));
  const plain = await network('google-news', { query: '"Lakeside Family" Milford' }, answer);
  expect(titles(await plain.look())).toEqual(['Flu']);
  expect(plain.paths()[0]).toBe(
    '/rss/search?q="Lakeside Family" Milford when:7d&hl=en-US&gl=US&ceid=US:en',
  );
  const bounded = await network('google-news', { query: 'flu before:2026-11-18' }, answer);
  await bounded.look();
  expect(bounded.paths()[0]).toContain('q=flu before:2026-11-18 after:2026-11-13&');
});

test('Bing News is searched as a feed, in a market', async () => {
  const bing = await network('bing-news', { query: 'flu' }, (_, response) =>
    response.end(rss('A')),
  );
  await bing.look();
  expect(bing.paths()).toEqual(['/news/search?q=flu&format=rss&setmkt=en-US']);
});

test('Reddit gets one request for all communities, and only people are heard', async () => {
  const entry = (author: string, title: string) =>
    `<entry><id>t3_${title}</id><title>${title}</title><author><name>${author}</name></author></entry>`;
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom">${entry('/u/ana', 'Help')}${entry('/u/AutoModerator', 'Rules')}${entry('/u/mod', 'Weekly discussion thread')}</feed>`;
  const options = { subreddits: ['r/diabetes', 'AskDocs'] };
  const env = { LISTEN_REDDIT_FEED: 's3cret', LISTEN_REDDIT_USER: 'ana' };
  const reddit = await network('reddit', options, (_, response) => response.end(feed), env);
  const looked = await reddit.look();
  expect(titles(looked)).toEqual(['Help']);
  expect(reddit.paths()).toEqual(['/r/diabetes AskDocs/new/.rss?limit=100&feed=s3cret&user=ana']);
  expect(JSON.stringify(looked)).not.toContain('s3cret');
});

test('Reddit that refuses is told as blocked, without the key', async () => {
  const env = { LISTEN_REDDIT_FEED: 's3cret' };
  const reddit = await network(
    'reddit',
    { query: 'flu' },
    (_, response) => response.writeHead(403).end(),
    env,
  );
  const looked = await reddit.look();
  expect(looked).toMatchObject({ kind: 'blocked', why: expect.stringContaining('403') });
  expect(JSON.stringify(looked)).not.toContain('s3cret');
});

const status = (id: string, content: string) => ({ id, uri: `https://m.example/${id}`, content });

test('what was deleted on Reddit is told as gone, and is nobody’s post', async () => {
  const entry = (id: string, author: string, text: string) =>
    `<entry><id>t3_${id}</id><title>T ${id}</title><author><name>${author}</name></author><content type="html">${text}</content></entry>`;
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom">${entry('a', '/u/ana', 'Long wait')}${entry('b', '/u/[deleted]', '')}${entry('c', '/u/cy', '[removed]')}</feed>`;
  const reddit = await network('reddit', { query: 'x' }, (_, response) => response.end(feed));
  const looked = await reddit.look();
  expect(titles(looked)).toEqual(['T a']);
  expect(looked).toMatchObject({ gone: [{ id: 't3_b' }, { id: 't3_c' }] });
});

test('Mastodon is asked what it allows, once, and then from the newest id on', async () => {
  const mastodon = await network(
    'mastodon',
    { tag: 'vaccines' },
    json({
      '/api/v2/instance': {
        configuration: {
          timelines_access: { hashtag_feeds: { local: 'public', remote: 'public' } },
        },
      },
      '/api/v1/timelines/tag/vaccines': [status('9', 'older'), status('10', 'newer')],
    }),
  );
  expect(titles(await mastodon.look())).toEqual(['older', 'newer']);
  await mastodon.look();
  expect(mastodon.paths()).toEqual([
    '/api/v2/instance',
    '/api/v1/timelines/tag/vaccines?limit=40',
    '/api/v1/timelines/tag/vaccines?limit=40&since_id=10',
  ]);
});

test('Mastodon that keeps its timelines to members is read by its feed', async () => {
  const closed = {
    configuration: {
      timelines_access: { hashtag_feeds: { local: 'authenticated', remote: 'disabled' } },
    },
  };
  const mastodon = await network('mastodon', { tag: 'flu' }, (request, response) =>
    response.end(request.url === '/api/v2/instance' ? JSON.stringify(closed) : rss('By feed')),
  );
  expect(titles(await mastodon.look())).toEqual(['By feed']);
  expect(mastodon.paths()[1]).toBe('/tags/flu.rss');
});

test('a Mastodon account is looked up, and its token goes to its instance alone', async () => {
  const mastodon = await network(
    'mastodon',
    { account: '@cdc', token_from: 'CDC_TOKEN' },
    json({
      '/api/v1/accounts/lookup': { id: '7' },
      '/api/v1/accounts/7/statuses': [status('1', 'hi')],
    }),
    { CDC_TOKEN: 's3cret' },
  );
  expect(titles(await mastodon.look())).toEqual(['hi']);
  expect(mastodon.headers(1)?.authorization).toBe('Bearer s3cret');
});

const post = (text: string) => ({
  uri: `at://did:plc:a/app.bsky.feed.post/${text}`,
  author: { handle: 'a.example' },
  record: { text, createdAt: '2026-11-20T10:00:00Z' },
});

test('Bluesky shows an account to anybody', async () => {
  const path = '/xrpc/app.bsky.feed.getAuthorFeed';
  const bluesky = await network(
    'bluesky',
    { account: '@a.example' },
    json({ [path]: { feed: [{ post: post('hello') }] } }),
  );
  expect(titles(await bluesky.look())).toEqual(['hello']);
  expect(bluesky.paths()).toEqual([`${path}?actor=a.example&limit=30`]);
});

test('Bluesky is searched with an app password, and says so when there is none', async () => {
  const answers = json({
    '/xrpc/com.atproto.server.createSession': { accessJwt: 'jwt' },
    '/xrpc/app.bsky.feed.searchPosts': { posts: [post('found')] },
  });
  const without = await network('bluesky', { query: 'flu' }, answers);
  expect(await without.look()).toMatchObject({
    kind: 'blocked',
    why: expect.stringContaining('LISTEN_BLUESKY_PASSWORD'),
  });
  const env = { LISTEN_BLUESKY_HANDLE: 'me.example', LISTEN_BLUESKY_PASSWORD: 'pw' };
  const bluesky = await network('bluesky', { query: 'flu' }, answers, env);
  expect(titles(await bluesky.look())).toEqual(['found']);
  expect(bluesky.headers(1)?.authorization).toBe('Bearer jwt');
});

test('Hacker News is read page by page, from a day before the last look', async () => {
  const hn = await network('hacker-news', { query: 'clinic' }, (request, response) => {
    const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page') ?? 0);
    response.end(
      JSON.stringify({ hits: [{ objectID: `${page}`, title: `Story ${page}` }], page, nbPages: 2 }),
    );
  });
  expect(titles(await hn.look())).toEqual(['Story 0', 'Story 1']);
  await hn.look();
  const since = (ms: number) => `numericFilters=created_at_i>${ms / 1000}`;
  expect(hn.paths()[0]).toContain(since(Date.parse('2026-10-21T12:00:00Z')));
  expect(hn.paths()[2]).toContain(since(Date.parse('2026-11-19T12:00:00Z')));
});

test('Stack Exchange says how long to back off, and is left alone for that long', async () => {
  const items = [{ question_id: 1, title: 'Flu &amp; you', link: 'https://q.example/1' }];
  const answer = { items, has_more: true, backoff: 30, quota_remaining: 5 };
  const se = await network(
    'stack-exchange',
    { query: 'flu' },
    json({ '/2.3/search/advanced': answer }),
  );
  expect(await se.look()).toMatchObject({
    entries: [{ title: 'Flu & you' }],
    notes: { freshMs: 30_000 },
  });
  expect(se.paths()).toHaveLength(1);
});

test('openFDA says 404 when there is no recall, which is good news', async () => {
  const none = { error: { code: 'NOT_FOUND', message: 'No matches found!' } };
  const fda = await network('openfda', {}, (_, response) =>
    response.writeHead(404).end(JSON.stringify(none)),
  );
  expect(await fda.look()).toMatchObject({ kind: 'entries', entries: [] });
  expect(fda.paths()[0]).toContain(
    '/drug/enforcement.json?search=report_date:[20260921 TO 20261120]',
  );
});

test('PubMed is searched for ids, then asked for what they are', async () => {
  const pubmed = await network(
    'pubmed',
    { query: 'measles' },
    json({
      '/entrez/eutils/esearch.fcgi': { esearchresult: { idlist: ['11', '12'] } },
      '/entrez/eutils/esummary.fcgi': {
        result: { uids: ['11'], 11: { uid: '11', title: 'Measles' } },
      },
    }),
  );
  expect(titles(await pubmed.look())).toEqual(['Measles']);
  expect(pubmed.paths()[1]).toContain('id=11,12');
});

test('a community and a search of Lemmy, a channel of YouTube and a page find their addresses', async () => {
  const lemmy = await network('lemmy', { community: 'health' }, (_, response) =>
    response.end(rss('L')),
  );
  await lemmy.look();
  expect(lemmy.paths()).toEqual(['/feeds/c/health.xml?sort=New']);
  const youtube = await network('youtube', { channel: 'UC1' }, (_, response) =>
    response.end(rss('Y')),
  );
  await youtube.look();
  expect(youtube.paths()).toEqual(['/feeds/videos.xml?channel_id=UC1']);
  const page = await network('page', {}, (request, response) =>
    response.end(
      request.url === '/'
        ? '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>'
        : rss('P'),
    ),
  );
  expect(titles(await page.look())).toEqual(['P']);
});

test.each([
  [
    'google-business',
    { account: '1', location: '2' },
    'LISTEN_GOOGLE_TOKEN',
    '/v4/accounts/1/locations/2/reviews',
  ],
  ['facebook', { page: 'lakeside' }, 'LISTEN_FACEBOOK_TOKEN', '/v21.0/lakeside/ratings'],
  ['yelp', { business: 'lakeside' }, 'LISTEN_YELP_KEY', '/v3/businesses/lakeside/reviews'],
])(
  '%s wants its key from the environment, and never tells it',
  async (kind, options, name, path) => {
    const echo: RequestListener = (request, response) =>
      response.writeHead(400).end(
        JSON.stringify({
          error: {
            message: `bad ${request.headers.authorization}`,
            description: `bad ${request.headers.authorization}`,
          },
        }),
      );
    expect(await (await network(kind, options, echo)).look()).toMatchObject({
      kind: 'blocked',
      why: expect.stringContaining(name),
    });
    const keyed = await network(kind, options, echo, { [name]: 's3cret' });
    const looked = await keyed.look();
    expect(looked).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('it says: bad Bearer …'),
    });
    expect(JSON.stringify(looked)).not.toContain('s3cret');
    expect(keyed.paths()[0]).toContain(path);
    expect(keyed.paths()[0]).not.toContain('s3cret');
  },
);

test('a log-in page in the place of an interface is a failure, not an empty day', async () => {
  const page = await network('hacker-news', { query: 'flu' }, (_, response) =>
    response.end('<html>Log in</html>'),
  );
  expect(await page.look()).toMatchObject({ kind: 'failed' });
});

test.each([
  [{ kind: 'google-news', options: {} }, 'its option query is missing'],
  [{ kind: 'google-news', options: { query: 'a', dys: 3 } }, 'did you mean days?'],
  [{ kind: 'google-news', options: { query: 'a', days: 0 } }, 'days must be at least 1'],
  [{ kind: 'reddit', options: {} }, 'it needs subreddits or a query'],
  [{ kind: 'bluesky', options: { account: 'a', query: 'b' } }, 'either an account or a query'],
  [{ kind: 'redit', options: {} }, 'did you mean "reddit"?'],
])('%o is told: %s', (source, sentence) => {
  expect(complaintAbout(aSource(source))).toContain(sentence);
});

test('a feed needs a url', () => {
  const { url: _, ...homeless } = aSource();
  expect(complaintAbout(homeless)).toBe('it needs a url');
});

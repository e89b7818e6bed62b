import { expect, test } from 'vitest';
import { complaintAbout } from '../../src/sources/kinds.ts';
import { aSource } from '../scan/scanning.ts';
import { json, network, titles } from './network.ts';

const env = { LISTEN_FACEBOOK_TOKEN: 's3cret' };

const comment = (id: string, message: string) => ({
  ...{ id, message, created_time: '2026-11-20T08:31:00+0000' },
  from: { name: 'Joe', id: '7' },
});

test('comments are read under all posts of the page, newest first, so that late ones are not missed', async () => {
  const page = await network(
    'facebook',
    { page: 'lakeside', what: 'comments' },
    json({
      '/v21.0/lakeside/feed': {
        data: [{ id: '1', comments: { data: [comment('1_1', 'Rude.')] } }, { id: '2' }],
      },
    }),
    env,
  );
  expect(titles(await page.look())).toContain('Rude.');
  expect(page.paths()[0]).toContain(
    'comments.limit(25).order(reverse_chronological).filter(stream){message',
  );
  expect(page.headers(0)?.authorization).toBe('Bearer s3cret');
});

test('comments under one post are asked for newest first, and another version of the interface may be named', async () => {
  const options = { page: 'lakeside', what: 'comments', post: '1_2', version: 'v23.0' };
  const answer = json({ '/v23.0/1_2/comments': { data: [comment('1', 'Kind.')] } });
  const page = await network('facebook', options, answer, env);
  expect(titles(await page.look())).toEqual(['Kind.']);
  expect(page.paths()[0]).toContain('filter=stream&order=reverse_chronological');
});

test.each([
  [4, 'request limit reached', { retryAfterMs: 3_600_000 }],
  [12, 'deprecated', { why: expect.stringContaining('no longer gives recommendations') }],
  [
    190,
    'Error validating access token: s3cret',
    { why: expect.stringContaining('new page token') },
  ],
  [200, 'Requires permission', { why: expect.stringContaining('Requires permission') }],
])(
  'error %i is told with what to do, and never with the token',
  async (code, message, expected) => {
    const page = await network(
      'facebook',
      { page: 'lakeside' },
      (_, response) => response.writeHead(400).end(JSON.stringify({ error: { code, message } })),
      env,
    );
    const looked = await page.look();
    expect(looked).toMatchObject({ kind: 'failed', ...expected });
    expect(JSON.stringify(looked)).not.toContain('s3cret');
  },
);

test('a post is named for comments only', () => {
  const source = aSource({ kind: 'facebook', options: { page: 'p', what: 'ratings', post: '1' } });
  expect(complaintAbout(source)).toContain('only comments are asked for by post');
});

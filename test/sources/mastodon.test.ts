import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { network, titles } from './network.ts';

/** An instance whose tag has statuses 1 to `newest`, newest first, `limit` a page, told by a Link header as Mastodon does. */
const anInstance = () => {
  let newest = 3;
  let failsAt: string | undefined;
  const listener: RequestListener = (request, response) => {
    const url = new URL(request.url ?? '', 'http://instance.example');
    if (url.pathname === '/api/v2/instance') return response.end('{}');
    const before = Number(url.searchParams.get('max_id') ?? newest + 1);
    const since = Number(url.searchParams.get('since_id') ?? 0);
    if (url.searchParams.get('max_id') === failsAt) return response.writeHead(503).end();
    const ids = Array.from({ length: newest }, (_, index) => newest - index)
      .filter(id => id < before && id > since)
      .slice(0, Number(url.searchParams.get('limit')));
    const last = ids.at(-1);
    if (last !== undefined && last > since + 1)
      response.setHeader(
        'link',
        `<https://elsewhere.example/api/v1/timelines/tag/flu?limit=40&max_id=${last}>; rel="next", <https://x.example/?min_id=${newest}>; rel="prev"`,
      );
    return response.end(
      JSON.stringify(ids.map(id => ({ id: String(id), content: `<p>${id}</p>`, account: {} }))),
    );
  };
  return {
    listener,
    posts: (count: number) => {
      newest += count;
    },
    fails: (at: string | undefined) => {
      failsAt = at;
    },
  };
};

test('what was posted since the last look is read page by page, from the instance alone', async () => {
  const { listener, posts } = anInstance();
  const { look, paths } = await network('mastodon', { tag: 'flu' }, listener);
  expect(titles(await look())).toEqual(['3', '2', '1']);
  posts(100);
  const read = titles(await look());
  expect(read).toHaveLength(100);
  expect(read.at(-1)).toBe('4');
  expect(paths().slice(2)).toEqual([
    '/api/v1/timelines/tag/flu?limit=40&since_id=3',
    '/api/v1/timelines/tag/flu?limit=40&since_id=3&max_id=64',
    '/api/v1/timelines/tag/flu?limit=40&since_id=3&max_id=24',
  ]);
  expect(titles(await look())).toEqual([]);
});

test('a page that fails is read at the next look, and the first look reads one page only', async () => {
  const { listener, posts, fails } = anInstance();
  posts(60);
  const { look } = await network('mastodon', { tag: 'flu' }, listener);
  expect(titles(await look())).toHaveLength(40);
  posts(60);
  fails('84');
  const cut = await look();
  expect(titles(cut)).toHaveLength(40);
  expect(cut).toMatchObject({ problems: [expect.stringContaining('page 2 was not read')] });
  fails(undefined);
  expect(titles(await look())).toHaveLength(60);
});

import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serve } from '../sources/serving.ts';
import { run } from './shell.ts';

const owned = `# Ours, do not touch.
[practice]
name = "Lakeside Family Medicine"   # as on the sign

[network]
allow_private = true

# The wall in the waiting room.
[[source]]
id = "wall"
url = "file:wall.xml"
every = "2h" # slow

# News, below.
[[source]]
id = "news"
url = "https://example.org/news.xml"
stale_after = "9d"
items = "headline"
`;

const office = () => {
  const cwd = mkdtempSync(join(tmpdir(), 'listen-sources-'));
  const file = join(cwd, 'listen.toml');
  writeFileSync(file, owned, { mode: 0o640 });
  return {
    toml: () => readFileSync(file, 'utf8'),
    mode: () => statSync(file).mode & 0o777,
    cwd,
    sources: (...argv: readonly string[]) =>
      run(['sources', ...argv, '--store', 'memory:'], { cwd }),
  };
};

test('a source is added at the end, and all else stays as its owner wrote it', async () => {
  const { sources, toml, mode } = office();
  const { exitCode, err } = await sources(
    'add',
    'https://www.example.org/feed',
    '--items',
    'review',
  );
  expect(exitCode).toBe(0);
  expect(err).toContain('"example-org"');
  expect(toml()).toBe(
    `${owned}\n[[source]]\nid = "example-org"\nkind = "feed"\nurl = "https://www.example.org/feed"\nitems = "review"\n`,
  );
  expect(mode()).toBe(0o640);
});

test('an address that is listened to already is not added again', async () => {
  const { sources, toml } = office();
  const again = await sources('add', 'https://example.org/news.xml');
  expect(again).toMatchObject({
    exitCode: 2,
    err: '"news" listens to https://example.org/news.xml already.\n',
  });
  expect(toml()).toBe(owned);
});

test('a source that could not work is not written', async () => {
  const { sources, toml } = office();
  const refused = await sources('add', 'https://a.example/feed', '--every', 'soon');
  expect(refused.exitCode).toBe(2);
  expect(refused.err).toMatch(/^Nothing was written, .*\n.*every must be a time span/);
  expect(toml()).toBe(owned);
});

test.each([[['sources', 'nosuch']], [['scan', 'wall']], [['verify', 'all']]])(
  'a word too many is refused, not passed over: %j',
  async argv => {
    const { cwd } = office();
    expect((await run([...argv, '--store', 'memory:'], { cwd })).exitCode).toBe(2);
  },
);

test('the second source of a host gets a name of its own', async () => {
  const { sources, toml } = office();
  await sources('add', 'https://example.org/a');
  await sources('add', 'https://example.org/b');
  expect(toml()).toContain('id = "example-org-2"');
});

test('what a kind needs is written beside it', async () => {
  const { sources, toml } = office();
  const options = ['--option', 'query=flu "shots"', 'tags=a', 'tags=b'];
  await sources('add', '--kind', 'stack-exchange', '--id', 'x', ...options);
  expect(toml()).toContain('options = { query = "flu \\"shots\\"", tags = ["a", "b"] }');
});

test('a source that the configuration would not take is not written', async () => {
  const { sources, toml } = office();
  expect((await sources('add', 'gopher://example.org/')).exitCode).toBe(2);
  expect((await sources('add', 'https://example.org/', '--id', 'wall')).exitCode).toBe(2);
  const mistyped = await sources('add', '--kind', 'google-news', '--option', 'qury=flu');
  expect(mistyped).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('did you mean query?'),
  });
  expect(toml()).toBe(owned);
});

test('a source is removed with its table, and the comments around it stay', async () => {
  const { sources, toml } = office();
  expect((await sources('remove', 'wall')).exitCode).toBe(0);
  expect(toml()).toContain('# The wall in the waiting room.\n\n# News, below.\n[[source]]');
  expect(toml()).not.toContain('id = "wall"');
  expect((await sources('remove', 'news')).exitCode).toBe(0);
  expect(toml()).toContain('name = "Lakeside Family Medicine"   # as on the sign');
  expect(toml()).not.toContain('[[source]]');
});

test('a mistyped id is told with the nearest known one', async () => {
  const { exitCode, err } = await office().sources('remove', 'wal');
  expect(err).toContain('did you mean wall?');
  expect(exitCode).toBe(2);
});

test('an OPML file goes in once, and comes out again', async () => {
  const { sources, cwd, toml } = office();
  const opml =
    '<opml><body><outline text="Health"><outline text="Flu News" xmlUrl="https://flu.example/feed"/>' +
    '<outline text="Old" xmlUrl="https://example.org/news.xml?utm_source=x"/></outline></body></opml>';
  writeFileSync(join(cwd, 'in.opml'), opml);
  expect((await sources('import', 'in.opml')).err).toContain('1 added, 1 known already');
  expect(toml()).toContain('id = "flu-news"\nkind = "feed"\nurl = "https://flu.example/feed"');
  expect((await sources('import', 'in.opml')).err).toContain('0 added, 2 known already');
  expect((await sources('export')).out).toContain('xmlUrl="https://flu.example/feed"');
});

test('an OPML file of somebody else makes us read no files of ours', async () => {
  const { sources, cwd, toml } = office();
  const opml = '<opml><body><outline text="Hosts" xmlUrl="file:///etc/hosts"/></body></opml>';
  writeFileSync(join(cwd, 'in.opml'), opml);
  const { err } = await sources('import', 'in.opml');
  expect(err).toContain('1 file of this machine left out');
  expect(toml()).not.toContain('/etc/hosts');
});

test('a test looks once and tells what there is', async () => {
  const { url } = await serve((request, response) => {
    if (request.url === '/page')
      response.end('<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed">');
    else
      response.end(
        '<rss><channel><title>Wall</title><item><title>One</title></item></channel></rss>',
      );
  });
  const { sources } = office();
  const good = await sources('test', `${url}/feed`);
  expect(good).toMatchObject({ exitCode: 0, out: 'Wall (rss): 1 items\n  One\n' });
  const bad = await sources('test', `${url}/page`, '--json');
  expect(bad.exitCode).toBe(1);
  expect(JSON.parse(bad.out).why).toBe(
    `there is a web page at this address, not a feed; it offers ${url}/feed`,
  );
});

test('the list tells health, and shows no key', async () => {
  const { sources } = office();
  await sources('add', 'https://ana:pass@example.org/.rss?feed=s3cret&user=ana', '--id', 'private');
  const { out } = await sources('list', '--json');
  expect(
    out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line).id),
  ).toEqual(['wall', 'news', 'private']);
  const everything = [out, (await sources()).out, (await sources('export')).out].join('\n');
  expect(everything).not.toMatch(/s3cret|ana:pass/);
  expect(everything).toContain('wall');
});

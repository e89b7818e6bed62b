import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serve } from '../sources/serving.ts';
import { run } from './shell.ts';

const item = (id: number, text: string) =>
  `<item><guid isPermaLink="false">${id}</guid><title>Visit ${id}</title><description>${text}</description>` +
  '<pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate></item>';
const rss = (...items: readonly string[]) =>
  `<rss version="2.0"><channel><title>Wall</title>${items.join('')}</channel></rss>`;

const rude = 'The receptionist at Lakeside Family Medicine was terribly rude, worst clinic ever.';

/** A folder with a configuration: a line of TOML for each source, after its id. */
const office = (sources: Readonly<Record<string, string>>, network = 'allow_private = true') => {
  const folder = mkdtempSync(join(tmpdir(), 'listen-scan-'));
  const tables = Object.entries(sources).map(
    ([id, lines]) => `[[source]]\nid = "${id}"\nabout = "practice"\n${lines}\n`,
  );
  const toml = `[practice]\nname = "Lakeside Family Medicine"\n[network]\n${network}\n${tables.join('')}`;
  writeFileSync(join(folder, 'listen.toml'), toml);
  return folder;
};

const scan = (cwd: string, ...options: readonly string[]) =>
  run(['scan', '--store', 'memory:', ...options], { cwd });

const lines = (out: string): readonly Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));

test('tells scripts of each source and of the whole, and exits with 3 when one failed', async () => {
  const { url } = await serve((request, response) => {
    if (request.url === '/down') response.writeHead(503).end();
    else response.end(rss(item(1, rude), item(2, 'Kind and quick.')));
  });
  const folder = office({ wall: `url = "${url}/feed"`, x: `url = "${url}/down"` });
  const { exitCode, out } = await scan(folder, '--json');
  const [first, second, last] = lines(out);
  expect([first, second]).toContainEqual(
    expect.objectContaining({ type: 'source', id: 'wall', outcome: 'fresh', entries: 2, added: 2 }),
  );
  expect([first, second]).toContainEqual(
    expect.objectContaining({ id: 'x', outcome: 'failed', why: expect.stringContaining('503') }),
  );
  expect(last).toMatchObject({ type: 'done', sources: 2, failed: 1, added: 2 });
  expect(exitCode).toBe(3);
});

test('tells people the sum on stdout and trouble on stderr', async () => {
  const { url } = await serve((request, response) => {
    if (request.url === '/down') response.writeHead(404).end();
    else response.end(rss(item(1, 'Kind and quick.')));
  });
  const folder = office({ wall: `url = "${url}/feed"`, x: `url = "${url}/down"` });
  const { out, err } = await scan(folder);
  expect(out).toBe('2 sources: 1 new, 0 changed, 0 duplicates, 0 flagged, 1 failed\n');
  expect(err).toMatch(/^x: failed: 127\.0\.0\.1:\d+ has nothing at this address \(404\)/);
  expect((await scan(folder, '--quiet')).out).toBe('');
});

test('reads a file beside the configuration', async () => {
  const folder = office({ wall: 'url = "file:wall.xml"' });
  writeFileSync(join(folder, 'wall.xml'), rss(item(1, 'Kind and quick.')));
  expect(lines((await scan(folder, '--json')).out)[0]).toMatchObject({ id: 'wall', added: 1 });
});

test('--fail-on exits with 10 when something new has the flag, also on the first scan', async () => {
  const folder = office({ wall: 'url = "file:wall.xml"' });
  writeFileSync(join(folder, 'wall.xml'), rss(item(1, rude)));
  expect((await scan(folder, '--fail-on', 'urgent,negative')).exitCode).toBe(10);
  expect((await scan(folder, '--fail-on', 'urgent')).exitCode).toBe(0);
});

test('a scan that is stopped says that it did not get through', async () => {
  const folder = office({ wall: 'url = "file:wall.xml"' });
  const signal = AbortSignal.abort('SIGTERM');
  const stopped = await run(['scan', '--store', 'memory:'], { cwd: folder, signal });
  expect(stopped).toMatchObject({ exitCode: 143, err: 'Stopped before all sources were read.\n' });
});

test('a web page is told from a feed', async () => {
  const { url } = await serve((_, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><html><body>Hi</body>'),
  );
  const { err, exitCode } = await scan(office({ wall: `url = "${url}"` }));
  expect(err).toContain('there is a web page at this address, not a feed');
  expect(exitCode).toBe(3);
});

test('a private address is not asked unless the configuration allows it', async () => {
  const { url, asked } = await serve((_, response) => response.end(rss()));
  const { err, exitCode } = await scan(office({ wall: `url = "${url}"` }, ''));
  expect(err).toContain('network.allow_private = true');
  expect(exitCode).toBe(3);
  expect(asked).toEqual([]);
});

test.each([
  [['--source', 'wal'], 'There is no source "wal"; did you mean wall?'],
  [['--fail-on', 'negativ'], 'did you mean negative?'],
  [['--fail-on', ''], '--fail-on needs a flag'],
  [['--source', ''], 'There is no source ""'],
])('scan %s is a usage error: %s', async (options, sentence) => {
  const { exitCode, err } = await scan(office({ wall: 'url = "file:wall.xml"' }), ...options);
  expect(err).toContain(sentence);
  expect(exitCode).toBe(2);
});

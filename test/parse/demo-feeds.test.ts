import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { expect, test } from 'vitest';
import { decode } from '../../src/parse/decode.ts';
import { readFeed } from '../../src/parse/feed.ts';
import { parseOpml } from '../../src/parse/opml.ts';
import { canonicalUrl } from '../../src/text/url.ts';

const feeds = join(import.meta.dirname, '../../feeds');
const folder = join(feeds, 'demo');
const files = readdirSync(folder).filter(name => name !== 'listen.toml');
const read = (name: string) => readFeed(readFileSync(join(folder, name)));
const entries = files.flatMap(name => read(name).entries);

test.each([
  ['bing-news.xml', 'rss', 6],
  ['bluesky.xml', 'rss', 9],
  ['comments-facebook.xml', 'rss', 16],
  ['fact-check.xml', 'rss', 7],
  ['google-alerts.xml', 'atom', 11],
  ['google-news.xml', 'rss', 10],
  ['harbor-notes.xml', 'atom', 5],
  ['health-district.xml', 'rdf', 6],
  ['mastodon.xml', 'rss', 10],
  ['parents-group.xml', 'rss', 8],
  ['radio-sonido.xml', 'rss', 6],
  ['reddit.xml', 'atom', 13],
  ['reviews-google.xml', 'rss', 34],
  ['reviews-yelp.xml', 'atom', 14],
  ['school-news.json', 'json-feed', 6],
  ['town-forum.xml', 'rss', 12],
  ['youtube.xml', 'atom', 5],
])('the sample feed %s is %s and holds %i mentions', (name, format, count) => {
  const parsed = read(name);
  expect(parsed).toMatchObject({ format });
  expect(parsed.entries).toHaveLength(count);
  expect(parsed.problems.length > 0).toBe(name === 'parents-group.xml');
});

test('all sample feeds are counted above, and named in the configuration', () => {
  const { source } = parseToml(readFileSync(join(folder, 'listen.toml'), 'utf8'));
  const named = (source as { url: string }[]).map(({ url }) => url.replace('file:', ''));
  expect(named.sort()).toEqual(files.sort());
  expect(files).toHaveLength(17);
  expect(entries.length).toBeGreaterThanOrEqual(170);
});

test('every sample has words or stars, a date within the month and its own address', () => {
  for (const entry of entries) {
    expect(entry.title || entry.text).toBeTruthy();
    expect(entry.publishedAt?.slice(0, 10)).toMatch(
      /^2026-(?:10-2[2-9]|10-3[01]|11-[01]\d|11-20)$/,
    );
    expect(entry.url).toMatch(/^https?:/);
    expect(entry.url).not.toMatch(/google\.[a-z.]+\/url|apiclick|l\.php|utm_|fbclid/);
    expect(`${entry.title} ${entry.text}`).not.toMatch(/&\w+;|<\/?\w+>/);
  }
});

test('the stars are spread as those of real practices: 61 % five, 23 % one', () => {
  const stars = entries.flatMap(({ rating }) => rating ?? []);
  const share = (rating: number) => stars.filter(given => given === rating).length / stars.length;
  expect(stars).toHaveLength(48);
  expect(share(5)).toBeCloseTo(0.61, 1);
  expect(share(1)).toBeCloseTo(0.23, 1);
});

test('some stories reach us through several feeds', () => {
  const times = new Map<string, number>();
  for (const { url, title = '', text } of entries)
    for (const key of new Set([canonicalUrl(url ?? ''), text || title]))
      if (key) times.set(key, (times.get(key) ?? 0) + 1);
  expect([...times.values()].filter(count => count > 1).length).toBeGreaterThanOrEqual(3);
});

test('one sample feed is in windows-1252, as a Spanish radio sends it', () => {
  expect(decode(readFileSync(join(folder, 'radio-sonido.xml'))).encoding).toBe('windows-1252');
  expect(
    read('radio-sonido.xml')
      .entries.map(entry => entry.text)
      .join(' '),
  ).toContain('“modernas”');
});

test.each(readdirSync(feeds).filter(name => name.endsWith('.opml')))(
  'the catalogue %s is well-formed, and no address stands in it twice',
  name => {
    const { outlines, problems } = parseOpml(readFileSync(join(feeds, name), 'utf8'));
    expect(problems).toEqual([]);
    expect(new Set(outlines.map(({ url }) => url)).size).toBe(outlines.length);
    for (const { url, folders } of outlines) {
      expect(url).toMatch(/^https:/);
      expect(folders).toHaveLength(1);
    }
  },
);

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Parser from 'rss-parser';
import { expect, test } from 'vitest';
import { decode } from '../../src/parse/decode.ts';
import { readFeed } from '../../src/parse/feed.ts';

// rss-parser is what most programs on Node read feeds with. Whatever it finds, we find.
const folder = join(import.meta.dirname, '../fixtures/parse/feeds');
const files = readdirSync(folder).filter(name => name.endsWith('.xml'));

/** Links that we mean to leave out. */
const refused = /^(?:javascript|data):/;

/** Its fields are declared as text, but markup comes out as objects. */
const has = (field: unknown): boolean => typeof field === 'string' && field.trim() !== '';

test.each(files)('reads at least as much of %s as rss-parser', async name => {
  const bytes = readFileSync(join(folder, name));
  const theirs = await new Parser().parseString(decode(bytes).text).catch(() => undefined);
  const { entries } = readFeed(bytes, { url: 'https://feed.example/news/feed.xml' });
  const items = (theirs?.items ?? []).filter(item => has(item.title) || item.link || item.content);
  expect(entries.length).toBeGreaterThanOrEqual(items.length);
  items.forEach((item, index) => {
    const entry = entries[index];
    if (has(item.title)) expect(entry).toHaveProperty('title');
    if (item.link && !refused.test(item.link)) expect(entry).toHaveProperty('url');
    if (item.isoDate) expect(entry?.publishedAt).toBeDefined();
    if (has(item.creator)) expect(entry).toHaveProperty('author');
    if (has(item.contentSnippet) && entry?.kind !== 'headline') expect(entry?.text).not.toBe('');
  });
});

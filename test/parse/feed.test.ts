import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseFeed } from '../../src/parse/feed.ts';

// One file per oddity; its leading comment says why it exists, and the JSON beside it what must be read from it.
const folder = join(import.meta.dirname, '../fixtures/parse/feeds');
const files = readdirSync(folder).filter(name => !name.endsWith('.expected.json'));

test.each(files)('reads %s as the file beside it says', async name => {
  const bytes = readFileSync(join(folder, name));
  const parsed = await parseFeed(bytes, { url: 'https://feed.example/news/feed.xml' });
  const expected = join(folder, `${name}.expected.json`);
  await expect(`${JSON.stringify(parsed, undefined, 2)}\n`).toMatchFileSnapshot(expected);
});

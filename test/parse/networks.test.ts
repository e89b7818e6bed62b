import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { assert, constantFrom, jsonValue, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { parseBluesky } from '../../src/parse/bluesky.ts';
import { parseFacebook } from '../../src/parse/facebook.ts';
import { parseGoogleBusiness } from '../../src/parse/google-business.ts';
import { parseHackerNews } from '../../src/parse/hacker-news.ts';
import { parseLemmy } from '../../src/parse/lemmy.ts';
import { parseMastodon } from '../../src/parse/mastodon.ts';
import { parseOpenFda } from '../../src/parse/openfda.ts';
import type { Page } from '../../src/parse/page.ts';
import { parsePubMed } from '../../src/parse/pubmed.ts';
import { parseStackExchange } from '../../src/parse/stack-exchange.ts';
import { parseWhoOutbreaks } from '../../src/parse/who-don.ts';
import { parseYelp } from '../../src/parse/yelp.ts';

// Answers written from the documented shapes; the JSON beside each says what must be read from it.
const parsers: Record<string, (document: string) => Page> = {
  bluesky: parseBluesky,
  facebook: parseFacebook,
  'google-business': parseGoogleBusiness,
  'hacker-news': parseHackerNews,
  lemmy: parseLemmy,
  mastodon: parseMastodon,
  openfda: parseOpenFda,
  pubmed: parsePubMed,
  'stack-exchange': parseStackExchange,
  'who-don': parseWhoOutbreaks,
  yelp: parseYelp,
};

const folder = join(import.meta.dirname, '../fixtures/parse/networks');
const files = readdirSync(folder).filter(name => !name.endsWith('.expected.json'));
const parserOf = (name: string) => parsers[name.split('.')[0] ?? ''] ?? parseYelp;

test.each(files)('reads %s as the file beside it says', async name => {
  const page = parserOf(name)(readFileSync(join(folder, name), 'utf8'));
  const expected = join(folder, `${name}.expected.json`);
  await expect(`${JSON.stringify(page, undefined, 2)}\n`).toMatchFileSnapshot(expected);
});

test('every network has a recorded answer', () => {
  expect(new Set(files.map(name => name.split('.')[0]))).toEqual(new Set(Object.keys(parsers)));
});

test.each(Object.entries(parsers))('%s never throws, whatever is answered', (_, parse) => {
  const keys = [
    'data',
    'feed',
    'post',
    'posts',
    'hits',
    'items',
    'value',
    'results',
    'reviews',
    'result',
    'uids',
  ];
  assert(
    property(constantFrom(...keys), jsonValue(), string(), (key, value, text) => {
      for (const document of [
        JSON.stringify({ [key]: value }),
        JSON.stringify({ [key]: [value, { [key]: value }] }),
        JSON.stringify(value),
        text,
      ])
        expect(Array.isArray(parse(document).entries)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

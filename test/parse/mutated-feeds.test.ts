import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, constantFrom, nat, oneof, property, record, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { readFeed } from '../../src/parse/feed.ts';

// Good feeds, cut, shuffled and spoilt as networks and disks do it. LISTEN_FUZZ says how many rounds.
const rounds = Number(process.env['LISTEN_FUZZ'] ?? 100);

const fixtures = join(import.meta.dirname, '../fixtures/parse/feeds');
const demo = join(import.meta.dirname, '../../feeds/demo');
const good = [
  ...readdirSync(fixtures).map(name => join(fixtures, name)),
  ...readdirSync(demo).map(name => join(demo, name)),
]
  .filter(path => /\.(?:xml|json)$/.test(path) && !path.includes('expected'))
  .map(path => new Uint8Array(readFileSync(path)).slice(0, 6000));

const bytes = (text: string) => new TextEncoder().encode(text);
const insertion = oneof(
  uint8Array({ maxLength: 6 }),
  constantFrom(
    ...[
      '<',
      '>',
      '&',
      ']]>',
      '<![CDATA[',
      '<!--',
      '"',
      "'",
      '</item>',
      '<item>',
      '</',
      '\0',
      '&#27;[2J',
    ].map(bytes),
    ...['<title>', '</title>', '<!DOCTYPE x [', '\u202e', '&lt;', '<script>', '{', '"items":'].map(
      bytes,
    ),
  ),
);
const damage = record({ at: nat(6000), remove: nat(40), insert: insertion });

const unsafe = /[^\P{Cc}\n]|[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

test('a damaged feed gives entries or problems, and nothing unsafe', () => {
  assert(
    property(
      constantFrom(...good),
      array(damage, { minLength: 1, maxLength: 8 }),
      (feed, damages) => {
        let spoilt = feed;
        for (const { at, remove, insert } of damages) {
          const start = at % (spoilt.length + 1);
          const end = Math.min(spoilt.length, start + remove);
          const whole = [...spoilt.subarray(0, start), ...insert, ...spoilt.subarray(end)];
          spoilt = Uint8Array.from(whole);
        }
        const { entries } = readFeed(spoilt, { url: 'https://feed.example/' });
        for (const { exported: _, ...entry } of entries) {
          for (const value of Object.values(entry)) expect(String(value)).not.toMatch(unsafe);
          expect(entry.url ?? 'https:').toMatch(/^https?:/);
          expect(entry.title?.length ?? 0).toBeLessThanOrEqual(500);
          expect(entry.text.length).toBeLessThanOrEqual(20_000);
        }
      },
    ),
    { numRuns: rounds },
  );
});

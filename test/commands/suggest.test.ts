import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { suggestedSources } from '../../src/core/suggested-sources.ts';
import { run } from './shell.ts';

const lakeside = {
  name: 'Lakeside Family Medicine',
  aliases: ['Lakeside Family'],
  clinicians: ['Dr. Amara Osei', 'Ben Whitlock, MD'],
  place: 'Milford, Connecticut',
};

const office = (rest = '') => {
  const cwd = mkdtempSync(join(tmpdir(), 'listen-suggest-'));
  const file = join(cwd, 'listen.toml');
  const profile = Object.entries(lakeside).map(
    ([key, value]) => `${key} = ${JSON.stringify(value)}`,
  );
  writeFileSync(file, `[practice]\n${profile.join('\n')}\n${rest}`);
  return {
    toml: () => readFileSync(file, 'utf8'),
    suggest: (...argv: readonly string[]) =>
      run(['sources', 'suggest', ...argv, '--store', 'memory:'], { cwd }),
  };
};

const queryOf = (id: string, practice = lakeside) =>
  suggestedSources(practice, []).find(source => source.id === id)?.options?.['query'];

test('searches are made of names, place and clinicians, without titles and degrees', () => {
  expect(queryOf('news-practice')).toBe(
    '("Lakeside Family Medicine" OR "Lakeside Family") Milford',
  );
  expect(queryOf('news-clinicians')).toBe('("Amara Osei" OR "Ben Whitlock") Milford');
  expect(queryOf('reddit-practice')).toContain('"Lakeside Family" OR "Amara Osei"');
  const bare = { ...lakeside, aliases: [], clinicians: [], place: '' };
  expect(queryOf('news-practice', bare)).toBe('"Lakeside Family Medicine"');
  expect(queryOf('news-clinicians', bare)).toBeUndefined();
});

test('topics bring a search where the patients live, and what authorities publish', () => {
  const ids = suggestedSources(lakeside, [], ['medication']).map(({ id }) => id);
  expect(ids.slice(-3)).toEqual(['news-medication', 'mastodon-medication', 'drug-recalls']);
  expect(suggestedSources({ ...lakeside, topics: ['cancer'] }, []).at(-2)?.options).toEqual({
    query: '("cancer screening" OR "cancer cure") ("Milford" OR "Connecticut")',
  });
});

test('one option adds what needs no key, in a way that every source works as written', async () => {
  const { suggest, toml } = office();
  const { err, exitCode } = await suggest('--add');
  expect(exitCode).toBe(0);
  expect(err).toContain('Added news-practice, news-clinicians');
  expect(toml()).toContain('id = "reddit-practice"');
  expect(toml()).not.toContain('bluesky');
  expect((await suggest('--add')).err).toBe('Nothing to add.\n');
  expect((await suggest()).out).toMatch(/^bluesky-practice .*\n.*needs LISTEN_BLUESKY_HANDLE/);
});

test('some are added by name, with the nearest one named for a slip', async () => {
  const { suggest, toml } = office();
  await suggest('--topic', 'cancer', '--add', 'news-cancer,news-practice');
  expect(toml().match(/^id = .*/gm)).toEqual(['id = "news-cancer"', 'id = "news-practice"']);
  const slip = await suggest('--add', 'news-clinician');
  expect(slip.exitCode).toBe(2);
  expect(slip.err).toContain('did you mean news-clinicians?');
});

test('a search that is there under another name is not suggested again', async () => {
  const { suggest } = office(
    `[[source]]\nid = "press"\nkind = "google-news"\noptions = { query = '("Lakeside Family Medicine" OR "Lakeside Family") Milford' }\n`,
  );
  const { out } = await suggest('--json');
  const ids = out
    .trim()
    .split('\n')
    .map(line => (JSON.parse(line) as { id: string }).id);
  expect(ids).not.toContain('news-practice');
  expect(ids).toContain('bing-practice');
});

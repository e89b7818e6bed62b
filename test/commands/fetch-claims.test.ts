import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serve } from '../sources/serving.ts';
import { run } from './shell.ts';

const key = 'AIzaS3cret';

const claim = (text: string, textualRating: string) => ({
  text,
  claimReview: [
    {
      publisher: { name: 'Example Facts', site: 'facts.example' },
      url: `https://facts.example/${encodeURIComponent(text)}`,
      title: `Fact check: ${text}`,
      reviewDate: '2026-11-01T00:00:00Z',
      textualRating,
      languageCode: 'en',
    },
  ],
});

/** Two pages of claims, one of them true, for whoever has the key. */
const factChecks: RequestListener = (request, response) => {
  if (request.headers['x-goog-api-key'] !== key)
    return response.writeHead(400).end(
      JSON.stringify({
        error: {
          code: 400,
          message: `API key ${String(request.headers['x-goog-api-key'])} not valid.`,
        },
      }),
    );
  const url = new URL(request.url ?? '', 'http://x');
  if (url.searchParams.get('query') === 'nothing') return response.end('{}');
  return response.end(
    JSON.stringify(
      url.searchParams.has('pageToken')
        ? { claims: [claim('Milk cures asthma', 'False'), claim('Water is wet', 'True')] }
        : { claims: [claim('Garlic cures measles', 'Pants on Fire')], nextPageToken: 'more' },
    ),
  );
};

const fetching = async (env: Readonly<Record<string, string>> = { LISTEN_FACT_CHECK_KEY: key }) => {
  const { url, asked } = await serve(factChecks);
  const cwd = mkdtempSync(join(tmpdir(), 'listen-claims-'));
  writeFileSync(
    join(cwd, 'listen.toml'),
    '[practice]\nname = "Lakeside"\n[network]\nallow_private = true\n[claims]\nfiles = ["own.jsonl"]\n',
  );
  const listen = (...argv: readonly string[]) =>
    run(['claims', 'fetch', ...argv, '--url', url], { cwd, env });
  return { listen, asked, own: () => readFileSync(join(cwd, 'own.jsonl'), 'utf8') };
};

test('what was found false goes into the own claims, once, and what is true is left out', async () => {
  const { listen, own, asked } = await fetching();
  const first = await listen('cures', '--days', '30', '--site', 'facts.example');
  expect(first).toMatchObject({ exitCode: 0, err: expect.stringContaining('added 2 to') });
  expect(first.err).toContain('left out: "Water is wet" was found to be true');
  const lines = own()
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  expect(lines).toMatchObject([
    { claim: 'Garlic cures measles', fact: 'Example Facts rates this: Pants on Fire.' },
    { claim: 'Milk cures asthma', sources: [{ organisation: 'Example Facts' }] },
  ]);
  expect(asked[0]?.url).toBe(
    '/v1alpha1/claims:search?query=cures&languageCode=en&maxAgeDays=30&reviewPublisherSiteFilter=facts.example&pageSize=50',
  );
  expect((await listen('cures')).err).toContain('added 0 to');
});

test('a rehearsal prints them and keeps nothing; nothing found is said', async () => {
  const { listen, own } = await fetching();
  const { out } = await listen('cures', '--dry-run');
  expect(out.trim().split('\n')).toHaveLength(2);
  expect(own).toThrow('ENOENT');
  expect(await listen('nothing')).toMatchObject({ exitCode: 0, err: 'Nothing was found.\n' });
});

test('without a key it says how to get one, and a wrong one is never told', async () => {
  const without = await (await fetching({})).listen('cures');
  expect(without).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('LISTEN_FACT_CHECK_KEY'),
  });
  const { listen } = await fetching({ LISTEN_FACT_CHECK_KEY: 'AIzaWrong' });
  const refused = await listen('cures');
  expect(refused.exitCode).toBe(1);
  expect(refused.err).toContain('it says: API key … not valid.');
  expect(refused.err).not.toContain('AIzaWrong');
});

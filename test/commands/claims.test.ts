import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listen } from '../../src/commands/listen.ts';
import { aShell, run } from './shell.ts';

const lines = (out: string) =>
  out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));

test('a post is matched with the claim it spreads, and a debunk is told from it', async () => {
  const stdin = [
    { id: 1, text: 'Wake up people, childhood vaccines cause autism and they all know it' },
    { id: 'b', text: 'For the last time, vaccines do not cause autism' },
  ]
    .map(line => JSON.stringify(line))
    .join('\n');
  const { exitCode, out } = await run(['claims', 'match', '--top', '2'], { stdin });
  expect(exitCode).toBe(0);
  const [spread, denied] = lines(out);
  expect(spread.matches[0]).toMatchObject({
    claim: 'mmr-causes-autism',
    match: 'confirmed',
    stance: 'supports',
  });
  expect(denied.matches[0]).toMatchObject({ claim: 'mmr-causes-autism', stance: 'denies' });
  expect(spread.matches).toHaveLength(2);
});

test('any list of claims can be searched, the nearest first', async () => {
  const { shell, folder, out } = aShell({
    stdin: JSON.stringify({
      id: 7,
      text: 'Look at this HUGE squirrel stealing a pizza in #CentralPark pic.twitter.com/x1 — Jo (@jo) May 1, 2024',
    }),
  });
  const file = join(folder, 'list.jsonl');
  writeFileSync(
    file,
    [
      { id: 'moose', claim: 'A moose walked into a bank in Alaska.' },
      { id: 'squirrel', claim: 'A video shows a squirrel in Central Park taking a pizza.' },
      { id: 'park', claim: 'Central Park will be sold.', title: 'Is Central Park for Sale?' },
    ]
      .map(claim => JSON.stringify(claim))
      .join('\n'),
  );
  expect(await listen(['claims', 'match', '--claims', file], shell)).toBe(0);
  const [{ id, matches }] = lines(out());
  expect(id).toBe('7');
  expect(matches.map((match: { claim: string }) => match.claim)).toEqual(['squirrel', 'park']);
  expect(matches[0].score).toBeGreaterThan(matches[1].score);
});

test('a line that is no post is told and the others are answered', async () => {
  const stdin = '{"id": 1}\n{"id": 2, "text": ""}\n';
  const { exitCode, out, err } = await run(['claims', 'match'], { stdin });
  expect(exitCode).toBe(3);
  expect(err).toContain('line 1: ');
  expect(lines(out)).toEqual([{ id: '2', matches: [] }]);
});

test('a claim is shown with its fact first and where that can be read', async () => {
  const { out } = await run(['claims', 'show', 'flu-shot-gives-flu']);
  expect(out.indexOf('fact')).toBeLessThan(out.indexOf('claim '));
  expect(out).toContain('https://www.cdc.gov/flu/');
  const { exitCode, err } = await run(['claims', 'show', 'flat-earth']);
  expect(exitCode).toBe(2);
  expect(err).toContain('listen claims list');
});

test('claims are listed by topic', async () => {
  const { out } = await run(['claims', 'list', '--topic', 'cancer', '--json']);
  expect(lines(out).length).toBeGreaterThan(15);
  expect(new Set(lines(out).map(claim => claim.topic))).toEqual(new Set(['cancer']));
});

test('what a user adds or imports is found from then on', async () => {
  const { shell, folder, out } = aShell();
  const file = join(folder, 'own.jsonl');
  writeFileSync(
    join(folder, 'listen.toml'),
    '[practice]\nname = "Lakeside"\n[claims]\nfiles = ["own.jsonl"]\n',
  );
  const add = ['claims', 'add', 'lake-water', 'Water from Lake Milford cures asthma in children'];
  expect(await listen(add, shell)).toBe(0);
  const review = {
    '@type': 'ClaimReview',
    claimReviewed: 'Pressed thistle leaves cure every case of gout overnight',
    url: 'https://example.org/checks/1',
    author: { name: 'The Checkers' },
    reviewRating: { alternateName: 'False' },
  };
  writeFileSync(join(folder, 'reviews.json'), JSON.stringify([review]));
  expect(await listen(['claims', 'import', 'reviews.json'], shell)).toBe(0);
  expect(await listen(['claims', 'import', 'reviews.json'], shell)).toBe(0);
  expect(lines(readFileSync(file, 'utf8')).map(claim => claim.id)).toEqual([
    'lake-water',
    'pressed-thistle-leaves-cure-every-case-of-gout-overnight',
  ]);
  const stdin = JSON.stringify({
    id: 1,
    text: 'My son is proof that water from Lake Milford cures asthma in kids, go and try it',
  });
  const asked = await run(['classify'], { cwd: folder, stdin });
  expect(lines(asked.out)[0].flags).toContainEqual(
    expect.objectContaining({ kind: 'misinformation', claim: 'lake-water', match: 'confirmed' }),
  );
  expect(out()).toBe('');
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aShell, run } from './shell.ts';
import { listen } from '../../src/commands/listen.ts';

const lines = (out: string) =>
  out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));

const asLines = (items: readonly object[]) => items.map(item => JSON.stringify(item)).join('\n');

test('reviews go in and verdicts come out, one a line, with the words that caused each flag', async () => {
  const text = 'Waited two hours and the receptionist was rude.';
  const { exitCode, out } = await run(['classify'], {
    stdin: asLines([{ id: 7, kind: 'review', rating: 1, text }]),
  });
  expect(exitCode).toBe(0);
  const [verdict] = lines(out);
  expect(verdict).toMatchObject({
    id: '7',
    sentiment: { label: 'negative' },
    flags: [{ kind: 'negative' }],
    aboutPractice: true,
    suggestion: { bucket: 'refer' },
  });
  const [{ start, end }] = verdict.flags[0].evidence;
  expect(text.slice(start, end)).toMatch(/waited two hours|rude/i);
});

test('a line that cannot be read is told, and the rest are judged', async () => {
  const stdin = `\ufeff{"id":1,"text":"ok"}\nnot json\n{"id":3}\n\n{"id":"4","text":""}\n{"id":5,"text":"","kind":"blog"}\n{"id":6,"text":"","rating":"5"}\n`;
  const { exitCode, out, err } = await run(['classify'], { stdin });
  expect(exitCode).toBe(3);
  expect(lines(out).map(({ id }) => id)).toEqual(['1', '4']);
  expect(err.trim().split('\n')).toEqual([
    'line 2: is not a JSON object',
    'line 3: has no "text"',
    'line 6: "kind" must be one of review, comment, post, question, headline',
    'line 7: "rating" must be a number',
  ]);
});

test('with a practice set up, a post is about it only when it names it', async () => {
  const { shell, folder, out } = aShell({
    stdin: asLines([
      { id: 'ours', kind: 'post', text: 'Lakeside Family Medicine left me waiting for two hours.' },
      {
        id: 'theirs',
        kind: 'post',
        text: 'Lakeside Family Medicine in Duluth, Minnesota left me waiting for two hours.',
      },
    ]),
  });
  writeFileSync(
    join(folder, 'listen.toml'),
    '[practice]\nname = "Lakeside Family Medicine"\nclinicians = ["Dr. Amara Osei"]\nplace = "Milford, Connecticut"\n',
  );
  expect(await listen(['classify'], shell)).toBe(0);
  expect(lines(out()).map(({ id, aboutPractice }) => [id, aboutPractice])).toEqual([
    ['ours', true],
    ['theirs', false],
  ]);
});

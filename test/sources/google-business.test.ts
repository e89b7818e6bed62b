import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { network, titles } from './network.ts';

/** A program that notes each call and then does what it is told. */
const aProgram = (script: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'listen-token-'));
  const program = join(folder, 'token');
  writeFileSync(program, `#!/bin/sh\necho "$@" >> ${folder}/calls\n${script}\n`);
  chmodSync(program, 0o755);
  return { program, calls: () => readFileSync(join(folder, 'calls'), 'utf8') };
};

/** Two pages of reviews for whoever bears the token of the hour. */
const google = (program: string, env = {}, token = 'ya29.s3cret-token') =>
  network(
    'google-business',
    { account: '1', location: '2', token_command: [program, 'a b', '$(id)'] },
    (request, response) => {
      if (request.headers.authorization !== `Bearer ${token}`)
        return response.writeHead(401).end(
          JSON.stringify({
            error: { code: 401, message: `Invalid ${request.headers.authorization}` },
          }),
        );
      const isSecond = request.url?.includes('pageToken=more') ?? false;
      const review = (name: string, comment: string | undefined) => ({
        name,
        starRating: 'TWO',
        comment,
        createTime: '2026-11-19T08:00:00.123456789Z',
        reviewReply: { comment: 'Please call us.' },
      });
      return response.end(
        JSON.stringify(
          isSecond
            ? { reviews: [review('r2', undefined)] }
            : { reviews: [review('r1', 'Long wait.')], nextPageToken: 'more' },
        ),
      );
    },
    env,
  );

test('a token_command is run for each look, without a shell, and what it prints opens all pages', async () => {
  const { program, calls } = aProgram('echo ya29.s3cret-token');
  const { look, paths } = await google(program);
  const looked = await look();
  expect(titles(looked)).toEqual(['Long wait.', 'Rated two stars, without a comment']);
  expect(looked).toMatchObject({
    entries: [{ rating: 2 }, { publishedAt: '2026-11-19T08:00:00.123Z' }],
  });
  expect(paths()[1]).toContain('pageToken=more');
  await look();
  expect(calls()).toBe('a b $(id)\n'.repeat(2));
});

test('an answer of an OAuth server is understood, and the environment goes first', async () => {
  const { program } = aProgram(`echo '{"access_token": "ya29.s3cret-token", "expires_in": 3599}'`);
  expect((await (await google(program)).look()).kind).toBe('entries');
  const { program: never, calls } = aProgram('exit 1');
  const env = { LISTEN_GOOGLE_TOKEN: 'ya29.s3cret-token' };
  expect((await (await google(never, env)).look()).kind).toBe('entries');
  expect(calls).toThrow('ENOENT');
});

test.each([
  ['exit 3', 'ended with 3'],
  ['echo "Please log in first, s3cret"', 'printed something that is no token'],
  ['echo s3cret-of-yesterday', 'it says: Invalid Bearer …'],
])('when the command does "%s", it is said so and nothing of it is told', async (script, why) => {
  const { program } = aProgram(script);
  const looked = await (await google(program)).look();
  expect(looked).toMatchObject({ kind: 'blocked', why: expect.stringContaining(why) });
  expect(JSON.stringify(looked)).not.toContain('s3cret');
});

test('a command that is not there is named', async () => {
  const looked = await (await google('/not/there/token')).look();
  expect(looked).toMatchObject({ why: expect.stringContaining('cannot be run (ENOENT)') });
});

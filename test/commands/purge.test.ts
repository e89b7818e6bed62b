import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listen as runListen } from '../../src/commands/listen.ts';
import { aScannedOffice, anOffice } from './office.ts';
import { aShell, run } from './shell.ts';

const scanned = async () => {
  const office = await aScannedOffice();
  const ids = (await office.lines('list', '--json')).map(line => String(JSON.parse(line).id));
  return { ...office, ids };
};

/** Answers the question at a terminal. */
const answering = async (folder: string, answer: string, ...argv: readonly string[]) => {
  const { shell, err } = aShell({ cwd: folder, stdin: answer });
  const stdin = Object.assign(shell.stdin, { isTTY: true });
  const exitCode = await runListen(argv, { ...shell, stdin });
  return { exitCode, err: err() };
};

test('ids, a query, a bucket, an author and an age select together what is erased for good', async () => {
  const { listen, lines, ids } = await scanned();
  expect((await listen('purge', '--author', 'visitor')).err).toBe('Nothing is selected.\n');
  expect((await listen('purge', 'waited', '--bucket', 'refer')).err).toBe('Nothing is selected.\n');
  expect((await listen('purge', 'waited', '--older-than', '1d')).err).toBe(
    'Nothing is selected.\n',
  );
  expect(await listen('purge', 'waited', '--author', 'visitor 1', '--yes')).toMatchObject({
    exitCode: 0,
    err: '1 mention erased.\n',
  });
  const [first = ''] = ids;
  expect(await listen('purge', first, '--yes', '--json')).toMatchObject({
    out: '{"type":"done","selected":1,"purged":1}\n',
  });
  await listen('scan', '--force', '--quiet');
  expect(await lines('list', '--json')).toHaveLength(1);
  const { out } = await listen('audit');
  expect(out).toMatch(/purged: of one author/);
  expect(out).not.toContain('isitor');
});

test('nothing is erased unasked: a script must say --yes, a person types it', async () => {
  const { listen, lines, folder } = await scanned();
  expect(await listen('purge', 'bucket:inbox')).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('erases 3 mentions for good. Say --yes'),
  });
  const dry = await listen('purge', 'bucket:inbox', '--dry-run');
  expect([dry.exitCode, dry.err]).toEqual([0, '3 mentions would be erased.\n']);
  expect(dry.out.split('\n')).toHaveLength(4);
  expect(await answering(folder, 'y\n', 'purge', 'bucket:inbox')).toMatchObject({ exitCode: 1 });
  expect(await answering(folder, '', 'purge', 'bucket:inbox')).toMatchObject({ exitCode: 1 });
  expect(await lines('list', '--json')).toHaveLength(3);
  const agreed = await answering(folder, 'yes\n', 'purge', 'bucket:inbox');
  expect(agreed.err).toContain('3 mentions erased.');
  expect(await lines('list', '--json')).toEqual([]);
});

test.each([
  [[], 'Say what to purge'],
  [[' '], 'Say what to purge'],
  [['flag:urgnt'], 'did you mean urgent?'],
  [['--older-than', 'old'], 'a time span like 180d'],
  [['--retention'], 'says nothing under [retention]'],
] as const)('purge %j is refused with a sentence', async (argv, sentence) => {
  const { listen } = anOffice();
  const refused = await listen('purge', ...argv, '--yes');
  expect([refused.exitCode, refused.err]).toEqual([2, expect.stringContaining(sentence)]);
});

test('retention days of the configuration are kept from cron, bucket by bucket', async () => {
  const { listen, lines, ids, folder } = await scanned();
  appendFileSync(join(folder, 'listen.toml'), '[retention]\nignore = "90d"\ninbox = "365d"\n');
  const [first = '', second = ''] = ids;
  await listen('triage', first, '--bucket', 'ignore');
  await listen('triage', second, '--bucket', 'refer');
  const later = (days: number) =>
    run(['purge', '--retention'], {
      cwd: folder,
      now: new Date(Date.parse('2026-11-20T14:05:00Z') + days * 86_400_000),
    });
  expect((await later(90)).err).toBe('Nothing is selected.\n');
  expect((await later(91)).err).toBe('1 mention erased.\n');
  expect((await later(366)).err).toBe('1 mention erased.\n');
  expect((await lines('list', '--json')).map(line => JSON.parse(line).id)).toEqual([second]);
});

test('a person may see all that is held of theirs, and have it erased', async () => {
  const { listen, lines, ids } = await scanned();
  await listen('triage', ids[1] ?? '', '--bucket', 'refer', '--note', 'call');
  const shown = await listen('privacy', 'visitor 1', '--json');
  const [held, done] = shown.out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  expect(held).toMatchObject({
    type: 'held',
    author: 'Visitor 1',
    text: expect.stringContaining('two hours'),
    decision: { bucket: 'refer', note: 'call' },
    history: [{ kind: 'decide' }],
  });
  expect(done).toEqual({ type: 'done', held: 1, erased: 0, named: 0 });
  expect((await listen('privacy', 'Visitor')).err).toContain('0 mentions held.');
  expect(await listen('privacy', 'Visitor 1', '--erase')).toMatchObject({ exitCode: 2 });
  expect((await listen('privacy', 'Visitor 1', '--erase', '--yes')).err).toBe(
    '1 mention erased.\n',
  );
  expect(await lines('list', '--json')).toHaveLength(2);
  expect((await listen('list', 'waited', '--json')).out).toBe('');
});

test('erasing what a person wrote leaves alone what others wrote nearly the same', async () => {
  const { folder } = aShell();
  const text =
    'I waited for two hours, and then the nurse at the desk told me to come back tomorrow.';
  const line = (id: string, author: string) => JSON.stringify({ id, author, text });
  const at = { cwd: folder };
  for (const [source, author] of [
    ['wall', 'Ann B.'],
    ['mirror', 'Cy D.'],
  ] as const)
    await run(['import', '-', '--store', 'kept', '--source', source], {
      ...at,
      stdin: line(author, author),
    });
  expect((await run(['list', '--store', 'kept'], at)).err).toBe('1 mention\n');
  const erased = await run(['privacy', 'Cy D.', '--erase', '--yes', '--store', 'kept'], at);
  expect(erased.err).toBe('1 mention erased.\n');
  const left = (await run(['list', '--json', '--store', 'kept'], at)).out.trim().split('\n');
  expect(left.map(json => JSON.parse(json))).toMatchObject([{ author: 'Ann B.', alsoIn: [] }]);
});

import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aScannedOffice } from './office.ts';
import { run } from './shell.ts';

const later = new Date('2026-11-20T17:30:00Z');

/** An office that has scanned, and the id of the review about the long wait. */
const scanned = async () => {
  const office = await aScannedOffice();
  const [line = '{}'] = await office.lines('list', 'waited', '--json');
  const as = (user: string, now = new Date('2026-11-20T14:05:00Z'), stdin = '') => {
    const differs = { cwd: office.folder, env: { LISTEN_USER: user }, now, stdin };
    return (...argv: readonly string[]) => run(argv, differs);
  };
  return { ...office, as, id: String(JSON.parse(line).id) };
};

test('a reply is drafted from a template, approved by a second person, posted, and all of it is on record', async () => {
  const { as, id, lines } = await scanned();
  const drafted = await as('ana')('draft', id, '--template', 'waiting', '--json');
  expect(drafted.exitCode).toBe(0);
  expect(JSON.parse(drafted.out)).toMatchObject({ id, outcome: 'pass', findings: [] });
  const approved = await as('ben')('approve', id, '--json');
  expect(approved.err).toContain('public and permanent');
  expect(JSON.parse(approved.out)).toMatchObject({ id, state: 'approved' });
  const posted = await as('ana')('posted', id, '--url', 'https://reviews.example/1#r', '--json');
  expect(JSON.parse(posted.out)).toMatchObject({ state: 'posted' });
  const audit = await lines('audit', id, '--json');
  expect(audit.map(line => [JSON.parse(line).by, JSON.parse(line).step.step])).toEqual([
    ['ana', 'draft'],
    ['ben', 'approve'],
    ['ana', 'post'],
  ]);
  expect((await lines('audit')).join('\n')).not.toContain('555-0134');
});

test('what screening blocks ends with 10 and cannot be approved', async () => {
  const { as, id } = await scanned();
  const drafted = await as('ana', later, 'Sorry you waited so long on Monday.')('draft', id);
  expect(drafted).toMatchObject({ exitCode: 10, err: expect.stringContaining('confirms-patient') });
  const approved = await as('ben')('approve', id);
  expect(approved).toMatchObject({ exitCode: 10, err: expect.stringContaining('override') });
});

test('the author waits through the cool-off', async () => {
  const { as, id } = await scanned();
  await as('ana')('draft', id, '--template', 'call-us');
  const soon = await as('ana')('approve', id);
  expect(soon).toMatchObject({ exitCode: 1, err: expect.stringContaining('2026-11-20T16:05') });
  expect(await as('ana', later)('approve', id)).toMatchObject({ exitCode: 0 });
});

test('two people cannot approve the same draft twice', async () => {
  const { as, id } = await scanned();
  await as('ana')('draft', id, '--template', 'call-us');
  const both = await Promise.all([as('ben')('approve', id), as('eve')('approve', id)]);
  expect(both.filter(one => one.exitCode === 0)).toHaveLength(1);
  expect(both.filter(one => one.exitCode === 1)).toHaveLength(1);
});

test('where somebody may be in danger only the fixed wording is approved', async () => {
  const { as, lines } = await scanned();
  const [line = '{}'] = await lines('list', 'flag:urgent', '--json');
  const danger = String(JSON.parse(line).id);
  await as('ana', later, 'Thank you for writing; please call our office.')('draft', danger);
  const refused = await as('ben')('approve', danger, '--override', 'it reads well enough to me');
  expect(refused).toMatchObject({ exitCode: 1, err: expect.stringContaining('--template urgent') });
  await as('ana', later)('draft', danger, '--template', 'urgent');
  expect(await as('ben')('approve', danger)).toMatchObject({ exitCode: 0 });
});

test('a template that does not exist is answered with those that fit', async () => {
  const { as, id } = await scanned();
  const { exitCode, err } = await as('ana')('draft', id, '--template', 'nothing');
  expect(exitCode).toBe(2);
  expect(err).toContain('call-us');
});

test('nothing is posted without approval, and only at an address', async () => {
  const { as, id } = await scanned();
  await as('ana')('draft', id, '--template', 'call-us');
  const link = 'https://reviews.example/1';
  expect(await as('ana')('posted', id, '--url', link)).toMatchObject({ exitCode: 1 });
  expect(await as('ana')('posted', id, '--url', 'javascript:1')).toMatchObject({ exitCode: 2 });
});

test('a practice that loosens a rule hears of it each time', async () => {
  const { as, id, folder } = await scanned();
  appendFileSync(join(folder, 'listen.toml'), '[reply]\npolicy = "ours.toml"\n');
  appendFileSync(
    join(folder, 'ours.toml'),
    '[[change]]\nrule = "names-staff"\nseverity = "off"\nbecause = "our doctors sign by name"\n',
  );
  const { exitCode, err } = await as('ana', later, 'Dr. Osei says thank you.')('draft', id);
  expect(exitCode).toBe(0);
  expect(err).toContain('Your policy loosens names-staff: our doctors sign by name');
});

test('what was not answered in business time is overdue, weekends not counted', async () => {
  const { as } = await scanned();
  const overdueAt = async (now: string) => {
    const { out } = await as('ana', new Date(now))('list', 'is:overdue flag:negative', '--json');
    return out.split('\n').filter(line => line !== '').length;
  };
  expect(await overdueAt('2026-11-23T22:00:00Z')).toBe(0);
  expect(await overdueAt('2026-11-25T22:00:00Z')).toBe(1);
});

test('an approved reply is copied for a person to post, and nothing else is', async () => {
  const { as, id, lines } = await scanned();
  await as('ana')('draft', id, '--template', 'waiting');
  expect(await as('ana')('copied', id)).toMatchObject({ exitCode: 1, out: '' });
  const approved = await as('ben')('approve', id);
  const copied = await as('ana')('copied', id);
  expect(copied).toMatchObject({ exitCode: 0, out: approved.out });
  expect((await lines('audit', id)).at(-1)).toContain('copied');
});

test('a reply can be taken back at any time, and one that was posted has to be taken down', async () => {
  const { as, id } = await scanned();
  expect(await as('ana')('withdraw', id)).toMatchObject({ exitCode: 1 });
  await as('ana')('draft', id, '--template', 'waiting');
  const withdrawn = await as('ana')('withdraw', id, '--reason', 'they called', '--json');
  expect(JSON.parse(withdrawn.out)).toMatchObject({ state: 'withdrawn', reason: 'they called' });
  expect(await as('ana')('withdraw', id)).toMatchObject({ exitCode: 1 });
  expect(await as('ben')('approve', id)).toMatchObject({ exitCode: 1 });
  await as('ana')('draft', id, '--template', 'waiting');
  await as('ben')('approve', id);
  await as('ana')('posted', id, '--url', 'https://reviews.example/1');
  expect((await as('ana')('withdraw', id)).err).toContain(
    'take it down at https://reviews.example/1',
  );
});

test('a reply to misinformation begins with the fact and names its source', async () => {
  const { as, folder } = await scanned();
  const feed = join(folder, 'feeds', 'wall.xml');
  const shot = 'The flu shot gives you the flu, every single time. Do not get it.';
  writeFileSync(feed, readFileSync(feed, 'utf8').replace(/We waited .*? to us\./, shot));
  await as('ana')('scan', '--quiet', '--force');
  const [line = ''] = (await as('ana')('list', 'flag:misinformation', '--json')).out.split('\n');
  const drafted = await as('ana')('draft', JSON.parse(line).id, '--template', 'misinformation');
  expect(drafted).toMatchObject({ exitCode: 0, out: expect.stringMatching(/https:\/\//) });
  expect(drafted.out).not.toMatch(/\{\{|gives you the flu/);
});

test('where no claim is known, the blanks stay and block', async () => {
  const { as, id } = await scanned();
  const drafted = await as('ana')('draft', id, '--template', 'misinformation');
  expect(drafted).toMatchObject({ exitCode: 10, out: expect.stringContaining('{{fact}}') });
});

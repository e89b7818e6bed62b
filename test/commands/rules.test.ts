import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aScannedOffice, anOffice } from './office.ts';

const withRules = (office: ReturnType<typeof anOffice>, ...rules: readonly [string, string][]) =>
  appendFileSync(
    join(office.folder, 'listen.toml'),
    rules.map(([when, what]) => `[[rule]]\nwhen = '${when}'\ndo = "${what}"\n`).join(''),
  );

const byTitle = async ({ lines }: ReturnType<typeof anOffice>) =>
  new Map(
    (await lines('list', '--json')).map(line => {
      const record = JSON.parse(line);
      return [record.title, record];
    }),
  );

test('a scan drops, decides and flags by the rules, and the journal says that a rule did', async () => {
  const office = anOffice();
  withRules(
    office,
    ['wonderful', 'drop'],
    ['waited', 'flag:legal'],
    ['flag:legal', 'refer'],
    ['flag:urgent', 'keep'],
    ['source:wall', 'ignore'],
  );
  const scanned = await office.listen('scan', '--json', '--fail-on', 'legal');
  expect(scanned.exitCode).toBe(10);
  expect(JSON.parse(scanned.out.trim().split('\n').at(-1) ?? '')).toMatchObject({
    added: 2,
    dropped: 1,
  });
  const kept = await byTitle(office);
  expect([...kept.keys()]).toEqual(['=HYPERLINK(1)', 'Two hours']);
  expect(kept.get('=HYPERLINK(1)')).not.toHaveProperty('decision');
  expect(kept.get('Two hours')).toMatchObject({
    decision: { bucket: 'refer', by: 'rule', note: 'rule: flag:legal' },
    verdict: { flags: expect.arrayContaining([expect.objectContaining({ kind: 'legal' })]) },
  });
  const again = await office.listen('scan', '--force', '--json');
  expect(again.out).toContain('"added":0');
  expect(await office.lines('audit')).toHaveLength(2);
});

test('rules that are written later count what is stored, and are applied when asked', async () => {
  const office = await aScannedOffice();
  const ids = (await office.lines('list', '--json')).map(line => JSON.parse(line).id);
  await office.listen('triage', ids[0], '--bucket', 'refer');
  withRules(office, ['wonderful', 'drop'], ['source:wall', 'ignore']);

  const counted = await office.listen('rules', '--json');
  expect(
    counted.out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line)),
  ).toEqual([
    { type: 'rule', rule: 1, when: 'wonderful', do: 'drop', matches: 1 },
    { type: 'rule', rule: 2, when: 'source:wall', do: 'ignore', matches: 2 },
    { type: 'done', mentions: 3, changed: 0, erased: 0 },
  ]);
  expect((await office.listen('rules')).err).toContain('would change 1 mention and erase 1');
  expect(await office.listen('rules', '--apply')).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('--yes'),
  });
  expect(await byTitle(office)).toHaveProperty('size', 3);

  const applied = await office.listen('rules', '--apply', '--yes');
  expect(applied).toMatchObject({ exitCode: 0, err: '1 mention changed, 1 erased.\n' });
  const kept = await byTitle(office);
  expect(kept.get('Two hours')).toMatchObject({ decision: { bucket: 'ignore', by: 'rule' } });
  expect(kept.get('=HYPERLINK(1)')).toMatchObject({ decision: { bucket: 'refer', by: 'ana' } });
  expect((await office.listen('rules', '--apply')).err).toBe('0 mentions changed, 0 erased.\n');
});

test('without rules it says how to write one', async () => {
  expect(await anOffice().listen('rules')).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('has no [[rule]] yet'),
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aScannedOffice } from './office.ts';

const scanned = async () => {
  const office = await aScannedOffice();
  const [line = '{}'] = await office.lines('list', 'waited', '--json');
  return { ...office, id: String(JSON.parse(line).id) };
};

const referred = async () => {
  const office = await scanned();
  await office.listen('triage', office.id, '--bucket', 'refer');
  return office;
};

test('a referred mention is handed over on a card', async () => {
  const { listen, id } = await referred();
  const card = await listen('handover', id);
  expect(card.out).toMatch(/How urgent {3}this week\nWho +Visitor 1\n[^]*Follow-up +open\n/);
  expect(card.out).toContain('  We waited two hours');
  expect(card.out).toContain('If they call Lakeside Family Medicine');
  expect((await listen('handover', id, '--format', 'md')).out).toMatch(/^# Hand-over: this week\n/);
  const { out } = await listen('handover', id, '--format', 'json');
  expect(JSON.parse(out)).toMatchObject({ id, urgency: 'this week', followUp: 'open' });
  expect((await listen('handover', id, '--copy')).err).toBe(
    'There is no terminal here to copy with.\n',
  );
});

test('what became of it is kept, shown, exported and asked for, until it is resolved', async () => {
  const { listen, lines, id, folder } = await referred();
  expect(await lines('list', 'is:pending')).toHaveLength(1);
  await listen('follow', id, '--state', 'no-answer');
  expect(await lines('list', 'is:no-answer')).toMatchObject([
    expect.stringContaining('refer:no-answer'),
  ]);
  const said = await listen('follow', id, '--state', 'called', '--note', 'on Monday', '--json');
  expect(JSON.parse(said.out)).toMatchObject({ id, state: 'called', note: 'on Monday', by: 'ana' });
  expect(await lines('list', 'is:no-answer')).toEqual([]);
  const [line = ''] = await lines('list', 'is:called', '--json');
  expect(JSON.parse(line).followUp).toMatchObject({ state: 'called', note: 'on Monday' });
  expect((await listen('show', id)).out).toMatch(
    /follow-up {2}called by ana, 2026.*\n +on Monday\n/,
  );
  expect((await listen('handover', id)).out).toContain('Follow-up    called');
  await listen('export', '-o', 'all.csv');
  expect(readFileSync(join(folder, 'all.csv'), 'utf8')).toMatch(
    /follow-up note\r\n[^]*called,on Monday/,
  );
  expect((await listen('export', '--format', 'md')).out).toContain('follow-up: called by ana');
  await listen('follow', id, '--state', 'resolved');
  expect(await lines('list', 'is:pending')).toEqual([]);
  expect(await lines('list', 'is:resolved')).toHaveLength(1);
  await listen('triage', id, '--bucket', 'ignore');
  expect(await lines('list', 'is:resolved')).toEqual([]);
});

test('only what was referred can be handed over or followed up', async () => {
  const { listen, id } = await scanned();
  const refused = { exitCode: 2, err: expect.stringContaining('was not referred to the office') };
  expect(await listen('handover', id)).toMatchObject(refused);
  expect(await listen('follow', id, '--state', 'called')).toMatchObject(refused);
  expect(await listen('follow', id, '--state', 'lost')).toMatchObject({ exitCode: 2 });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MentionRecord } from '../../src/core/record.ts';
import { anOffice } from './office.ts';

const places = [
  'bicycles',
  'vans',
  'trailers',
  'scooters',
  'buses',
  'wheelchairs',
  'prams',
  'taxis',
];

const item = (id: string, words: string) =>
  `<item><guid isPermaLink="false">${id}</guid><title>Note ${id}</title>
   <pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate><description>${words}</description></item>`;

/** An office whose wall holds questions about parking, complaints, and one cry for help. */
const aBusyOffice = async (questions: number, complaints: number) => {
  const office = anOffice();
  const post = async (...items: readonly string[]) => {
    const feed = `<rss version="2.0"><channel><title>Wall</title>${items.join('')}</channel></rss>`;
    writeFileSync(join(office.folder, 'feeds', 'wall.xml'), feed);
    expect(await office.listen('scan', '--force', '--quiet')).toMatchObject({ exitCode: 0 });
  };
  await post(
    ...Array.from({ length: questions }, (_, at) =>
      item(`q${at}`, `Where can I park ${places[at % 8]} number ${at}, is there a parking garage?`),
    ),
    ...Array.from({ length: complaints }, (_, at) =>
      item(`c${at}`, `Waited ${at + 2} hours in room ${at} and the receptionist was rude to me.`),
    ),
    item('help', 'I want to kill myself tonight, is there a parking garage?'),
  );
  const records = async (...query: readonly string[]): Promise<readonly MentionRecord[]> =>
    (await office.lines('list', ...query, '--json')).map(line => JSON.parse(line));
  const triage = async (query: string, bucket: string) => {
    const ids = (await records(query)).map(({ id }) => id);
    await office.listen('triage', ...ids, '--bucket', bucket);
  };
  const learned = async () => JSON.parse((await office.listen('learned', '--json')).out);
  return { ...office, post, records, triage, learned };
};

const calm = 'park NOT flag:urgent';

test('after thirty decisions suggestions follow the person, say why, and never against danger', async () => {
  const { listen, lines, post, records, triage, learned } = await aBusyOffice(20, 12);
  const [before] = await records(calm);
  expect(before?.verdict.suggestion.bucket).toBe('reply');
  await triage(calm, 'ignore');
  expect(await learned()).toMatchObject({ decisions: 20, needed: 10, isActive: false });
  await triage('receptionist', 'refer');

  const known = await learned();
  expect(known).toMatchObject({ decisions: 32, needed: 0, isActive: true, counted: 32 });
  expect(known.agreed).toBeGreaterThan(known.tableAgreed);
  const { out } = await listen('learned');
  expect(out).toContain(
    `Right         ${known.agreed} of the last 32 decisions; without learning 12`,
  );
  expect(out).toMatch(/Habits {8}\w+: \d+ of \d+ mentions /);

  await post(
    item('new', 'Where do I park my caravan, is there a parking garage?'),
    item('rude', 'Waited three hours today and the receptionist was so rude to me.'),
    item('danger', 'My chest hurts right now and I cannot breathe, what should I do?'),
  );
  const [asks] = await records('caravan');
  expect(asks?.verdict.suggestion).toMatchObject({
    bucket: 'ignore',
    reason: expect.stringMatching(/^you put 20 of 2\d mentions .* into ignore$/),
    instead: { bucket: 'reply' },
  });
  expect((await records('rude today'))[0]?.verdict.suggestion.bucket).toBe('refer');
  for (const { verdict } of await records('flag:urgent', 'is:open'))
    expect(verdict.suggestion.bucket).toBe('refer');
  expect((await records('flag:urgent')).length).toBe(2);
  const id = String(asks?.id);
  expect((await listen('show', id)).out).toContain('suggested  ignore (you put 20 of');
  expect((await lines('export', 'caravan'))[1]).toContain(',ignore,');
});

test('what was learned can be forgotten, and decisions stay', async () => {
  const { listen, records, triage, learned } = await aBusyOffice(24, 12);
  const ids = (await records(calm)).map(({ id }) => id);
  await listen('triage', ...ids.slice(1), '--bucket', 'ignore');
  await triage('receptionist', 'refer');
  const suggested = async () => (await records(`${calm} is:open`))[0]?.verdict.suggestion.bucket;
  expect(await suggested()).toBe('ignore');
  const { exitCode, out } = await listen('learned', '--reset');
  expect(exitCode).toBe(0);
  expect(out).toContain('0 decisions and 0 corrections, since 2026-11-20');
  expect(await suggested()).toBe('reply');
  expect(await records('bucket:ignore')).toHaveLength(23);
  expect(await learned()).toMatchObject({ decisions: 0, isActive: false, habits: [] });
  expect((await listen('audit')).out).toContain('forgot what was learned');
});

test('what is erased teaches nothing any more', async () => {
  const { listen, triage, learned } = await aBusyOffice(20, 12);
  await triage(calm, 'ignore');
  await triage('receptionist', 'refer');
  expect(await learned()).toMatchObject({ decisions: 32, isActive: true });
  await listen('purge', '--bucket', 'ignore', '--yes');
  const known = await learned();
  expect(known).toMatchObject({ decisions: 12, isActive: false });
  expect(JSON.stringify(known)).not.toContain('park');
});

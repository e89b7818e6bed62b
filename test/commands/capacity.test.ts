import { expect, test } from 'vitest';
import { aScannedOffice } from './office.ts';

const idOf = async (office: Awaited<ReturnType<typeof aScannedOffice>>, query: string) => {
  const [line = '{}'] = await office.lines('list', query, '--json');
  return String(JSON.parse(line).id);
};

test('capacity is one page: what is left, what waits and for how long', async () => {
  const office = await aScannedOffice();
  const empty = await office.listen('capacity');
  expect(empty.out).toContain('Reply debt   none: nothing waits for a reply\n');
  expect(empty.out).toContain('Promotion    nothing posted yet\n');
  const [long, warm] = [await idOf(office, 'waited'), await idOf(office, 'wonderful')];
  await office.listen('triage', long, warm, '--bucket', 'reply');
  await office.listen('triage', await idOf(office, 'chest'), '--bucket', 'refer');
  const { out } = await office.listen('capacity');
  expect(out).toContain('Reply time   240 min of 240 min left this week\n');
  expect(out).toContain('Reply debt   24 min for 2 replies, 12 min each\n');
  expect(out).toContain(`Oldest       waits 13 h: ${long}  Two hours`);
  expect(out).toContain('Unanswered   100 %');
  expect(out).toContain('Referred     1 not resolved yet\n');
});

test('capacity counts what was posted, and how much of it promotes', async () => {
  const office = await aScannedOffice();
  const warm = await idOf(office, 'wonderful');
  await office.listen('triage', warm, '--bucket', 'reply');
  await office.listen('draft', warm, '--template', 'thanks');
  await office.listen('approve', warm);
  const posted = await office.listen('posted', warm, '--url', 'https://reviews.example/2');
  expect(posted.exitCode).toBe(0);
  const { out } = await office.listen('capacity', '--json');
  expect(JSON.parse(out)).toMatchObject({
    spent: 12,
    left: 228,
    debt: 0,
    waiting: 0,
    unansweredShare: 0,
    asksAgain: 0,
    pending: 0,
    balance: { promotional: 0, informative: 1 },
    state: { kind: 'room' },
  });
});

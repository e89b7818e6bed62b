import { expect, test } from 'vitest';
import { businessClock } from '../../src/core/hours.ts';
import { isOverdue, serviceClassOf, serviceOf, serviceReader } from '../../src/core/service.ts';
import { aRow } from '../making.ts';

const clock = businessClock({
  hours: 'Mon-Fri 08:00-17:00',
  timezone: 'America/New_York',
  holidays: [],
  minutesPerWeek: 240,
});
/** Friday 20 November 2026, 10:00 in New York. */
const friday = Date.parse('2026-11-20T15:00:00Z');
const hour = 3_600_000;

test('what is urgent is due the same business day', () => {
  const row = aRow({ flags: ['urgent'], seen: friday });
  expect(serviceOf(row, friday, clock)).toEqual({
    kind: 'waiting',
    due: Date.parse('2026-11-20T22:00:00Z'),
    left: 7 * hour,
  });
});

test('a negative is due within 24 business hours, weekends not counted', () => {
  const row = aRow({ flags: ['negative'], seen: friday });
  const due = Date.parse('2026-11-24T21:00:00Z'); // 7 h on Friday, 9 on Monday, 8 on Tuesday
  expect(serviceOf(row, friday, clock)).toMatchObject({ kind: 'waiting', due });
  expect(isOverdue(row, due, clock)).toBe(false);
  expect(isOverdue(row, due + 1, clock)).toBe(true);
});

test('a late answer stays late', () => {
  const row = aRow({ flags: ['negative'], seen: friday, decidedAt: friday + 10 * 24 * hour });
  expect(serviceOf(row, friday + 30 * 24 * hour, clock).kind).toBe('late');
  expect(isOverdue(row, friday + 30 * 24 * hour, clock)).toBe(true);
});

test('an answer in time is met, and stays so', () => {
  const row = aRow({ flags: ['negative'], seen: friday, decidedAt: friday + hour });
  expect(serviceOf(row, friday + 30 * 24 * hour, clock).kind).toBe('met');
});

test('warm words about the practice have a week', () => {
  const row = aRow({ flags: [], sentiment: 'positive', seen: friday });
  expect(serviceOf(row, friday, clock)).toMatchObject({ due: friday + 7 * 24 * hour });
});

test('what nobody need answer waits for nothing', () => {
  const row = aRow({ flags: [], sentiment: 'neutral' });
  expect(serviceClassOf(row)).toBeUndefined();
  expect(serviceOf(row, friday, clock)).toEqual({ kind: 'none' });
});

test('a reader of many rows says the same as for each alone', () => {
  const read = serviceReader(clock);
  const rows = (['urgent', 'negative', 'question', 'spam'] as const).flatMap(flag =>
    [friday, friday + hour, friday].map((seen, nth) =>
      aRow({ flags: [flag], seen, ...(nth === 2 ? { decidedAt: friday + 99 * hour } : {}) }),
    ),
  );
  for (const now of [friday + hour, friday + 80 * hour, friday + 200 * hour])
    for (const row of rows) expect(read(row, now)).toEqual(serviceOf(row, now, clock));
});

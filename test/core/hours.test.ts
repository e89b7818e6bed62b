import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { businessClock, parseHours } from '../../src/core/hours.ts';
import { wallClock } from '../../src/core/wall-clock.ts';

const hour = 3_600_000;
const at = (iso: string, zone = 'America/New_York') => DateTime.fromISO(iso, { zone }).toMillis();

const office = (
  differs: { hours?: string; timezone?: string; holidays?: readonly string[] } = {},
) =>
  businessClock({
    hours: 'Mon-Fri 08:00-17:00',
    timezone: 'America/New_York',
    holidays: [],
    minutesPerWeek: 240,
    ...differs,
  });

test('hours are read by day and range', () => {
  expect(parseHours('Mon-Wed 08:00-17:00, Sat 09:00-12:00')).toEqual({
    ok: true,
    openings: [
      { day: 1, from: 480, to: 1020 },
      { day: 2, from: 480, to: 1020 },
      { day: 3, from: 480, to: 1020 },
      { day: 6, from: 540, to: 720 },
    ],
  });
});

test('days may wrap around the week, and openings that touch are one', () => {
  expect(parseHours('Sat-Mon 8:00-12:00, Mon 12:00-24:00')).toMatchObject({
    openings: [{ day: 0 }, { day: 1, from: 480, to: 1440 }, { day: 6 }],
  });
});

test.each([
  ['nothing', '', 'empty'],
  ['a day that is none', 'Fooday 08:00-17:00', 'names a day'],
  ['a time that is none', 'Mon 08:00-25:00', 'names a time'],
  ['an end before its beginning', 'Mon 17:00-08:00', 'ends before'],
  ['anything else', 'mornings', 'was not understood'],
])('%s is refused with a sentence', (_, hours, words) => {
  expect(parseHours(hours)).toMatchObject({ ok: false, message: expect.stringContaining(words) });
});

test('a night and a weekend do not count', () => {
  const clock = office();
  expect(clock.between(at('2026-11-20T16:00'), at('2026-11-23T09:00'))).toBe(2 * hour);
  expect(clock.after(at('2026-11-20T16:00'), 2 * hour)).toBe(at('2026-11-23T09:00'));
});

test('a holiday does not count', () => {
  const clock = office({ holidays: ['2026-11-26'] });
  expect(clock.between(at('2026-11-25T16:00'), at('2026-11-27T09:00'))).toBe(2 * hour);
  expect(clock.isOpen(at('2026-11-26T10:00'))).toBe(false);
});

test('what comes in at night belongs to the next business day', () => {
  expect(office().dayEnd(at('2026-11-20T18:00'))).toBe(at('2026-11-23T17:00'));
  expect(office().dayEnd(at('2026-11-20T09:00'))).toBe(at('2026-11-20T17:00'));
});

test('the night of a clock change is an hour shorter or longer', () => {
  const always = office({ hours: 'Mon-Sun 00:00-24:00' });
  expect(always.between(at('2026-03-08T00:00'), at('2026-03-09T00:00'))).toBe(23 * hour);
  expect(always.between(at('2026-11-01T00:00'), at('2026-11-02T00:00'))).toBe(25 * hour);
});

test('an office that never opens never answers', () => {
  const holidays = Array.from({ length: 4000 }, (_, day) =>
    new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
  );
  expect(office({ holidays }).after(at('2026-11-20T16:00'), hour)).toBe(Infinity);
});

const zones = [
  'America/New_York',
  'America/St_Johns',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Apia',
  'UTC',
];

/** From 2015 to 2035, in whole seconds. */
const moments = fc
  .integer({ min: 1_420_000_000, max: 2_050_000_000 })
  .map(seconds => seconds * 1000);

test('the wall shows what the calendar library says', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), moments, (zone, moment) => {
      const { wallTimeOf, momentOf } = wallClock(zone);
      const offset = DateTime.fromMillis(moment, { zone }).offset * 60_000;
      expect(wallTimeOf(moment)).toBe(moment + offset);
      expect(wallTimeOf(momentOf(moment + offset))).toBe(moment + offset);
    }),
  );
});

test('business time is what the calendar library adds up, across zones, clock changes and holidays', () => {
  const opens = fc.record({
    from: fc.integer({ min: 0, max: 22 }),
    length: fc.integer({ min: 1, max: 2 }),
  });
  const days = fc.integer({ min: 0, max: 12 });
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      moments,
      days,
      opens,
      (zone, start, span, { from, length }) => {
        const day = DateTime.fromMillis(start, { zone }).startOf('day');
        const holiday = day.plus({ days: 2 }).toISODate() ?? '';
        const hours = `Mon-Fri ${from}:00-${from + length}:00`;
        const clock = office({ hours, timezone: zone, holidays: [holiday] });
        const end = start + span * 24 * hour;
        let sum = 0;
        for (let ahead = 0; ahead <= span + 1; ahead++) {
          const here = day.plus({ days: ahead });
          if (here.weekday > 5 || here.toISODate() === holiday) continue;
          const [opened, closed] = [from, from + length].map(h => here.set({ hour: h }).toMillis());
          sum += Math.max(0, Math.min(end, closed ?? 0) - Math.max(start, opened ?? 0));
        }
        // Within the hour that a zone skips or repeats, the two calendars may pick either reading.
        expect(Math.abs(clock.between(start, end) - sum)).toBeLessThanOrEqual(
          changes(zone, start, end),
        );
      },
    ),
  );
});

/** An hour for a span in which the clocks change, else nothing. */
const changes = (zone: string, start: number, end: number): number =>
  new Set(
    Array.from({ length: 16 }, (_, day) =>
      Math.min(start + (day - 1) * 24 * hour, end + 24 * hour),
    ).map(moment => DateTime.fromMillis(moment, { zone }).offset),
  ).size > 1
    ? hour
    : 0;

test('so much business time after a moment is so much business time away', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      moments,
      fc.integer({ min: 1, max: 60 * hour }),
      (timezone, start, ms) => {
        const clock = office({ timezone, hours: 'Mon-Fri 08:00-12:00, Mon-Fri 13:00-17:30' });
        const due = clock.after(start, ms);
        expect(clock.between(start, due)).toBe(ms);
        expect(clock.isOpen(due - 1)).toBe(true);
      },
    ),
  );
});

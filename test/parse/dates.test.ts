import { assert, date, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { parseDate } from '../../src/parse/dates.ts';

const evening = '2026-11-20T21:05:00.000Z';

test.each([
  ['Fri, 20 Nov 2026 21:05:00 GMT', evening],
  ['Fri, 20 Nov 2026 16:05:00 EST', evening],
  ['Fri, 20 Nov 2026 22:05 +0100', evening],
  ['20 Nov 26 21:05:00 Z', evening],
  ['Friday, 20-Nov-26 21:05:00 GMT', evening],
  ['Fri Nov 20 21:05:00 2026', evening],
  ['20-Nov-04 21:05:00 GMT', '2004-11-20T21:05:00.000Z'],
  ['Fri Nov 20 2026 22:05:00 GMT+0100 (CET)', evening],
  ['20/Nov/2026:13:05:00 -0800', evening],
  ['26-11-20 21:05', evening],
  ['Fri Nov 20 16:05:00 EST 2026', evening],
  ['Fri, 20 November 2026 21:05:00 +0000 (UTC)', evening],
  ['November 20, 2026 4:05 PM EST', evening],
  ['Nov 20, 2026 at 9:05 p.m.', evening],
  ['Fri,20 Nov 2026 21:05:00 UT', evening],
  ['Fri, 20 Nov 2026 21:05:00 GMT+00:00', evening],
  ['Fri, Nov 20 2026 21:05:00 GMT', evening],
  ['2026-11-20T21:05:00Z', evening],
  ['2026-11-20T21:05Z', evening],
  ['2026-11-20t21:05:00z', evening],
  ['2026-11-20 22:05:00 +01:00', evening],
  ['2026-11-20T16:05:00-0500', evening],
  ['2026-11-20T21:05:00.000000000Z', evening],
  ['20261120T210500Z', evening],
  ['2026-324T21:05:00Z', evening],
  ['2026/11/20 21:05:00', evening],
  ['11/20/2026 9:05:00 PM', evening],
  ['20/11/2026 21:05', evening],
  ['20.11.2026 21:05', evening],
  ['2026年11月20日 21:05', evening],
  ['2026년 11월 20일 오후 9:05', '2026-11-20T12:05:00.000Z'],
  ['ven., 20 novembre 2026 22:05:00 +0100', evening],
  ['Fr, 20 Dez 2026 21:05:00 +0000', '2026-12-20T21:05:00.000Z'],
  ['Vie, 20 Ene 2026 21:05:00 +0000', '2026-01-20T21:05:00.000Z'],
  ['1795208700', evening],
  ['1795208700000', evening],
  ['2026-11-20', '2026-11-20T00:00:00.000Z'],
  ['2026-11', '2026-11-01T00:00:00.000Z'],
  ['2026', '2026-01-01T00:00:00.000Z'],
  ['20 Nov 2026', '2026-11-20T00:00:00.000Z'],
  ['2026-11-20 오전 11:23:17', '2026-11-20T02:23:17.000Z'],
  ['mar., 17 nov. 2026 09:15:00 +0100', '2026-11-17T08:15:00.000Z'],
  ['Mar, 17 Nov 2026 09:15:00 GMT', '2026-11-17T09:15:00.000Z'],
  ['Κυρ, 18 Ιουλ 2004 12:00:00 EST', '2004-07-18T17:00:00.000Z'],
  ['Κυρ, 18 Ιον 2004 12:00:00 EST', '2004-06-18T17:00:00.000Z'],
  ['Τετ, 12 Μάΐ 2004 12:00:00 EST', '2004-05-12T17:00:00.000Z'],
  ['Fri, 20 Nov 2026 18:28:00 Etc/GMT+1', '2026-11-20T19:28:00.000Z'],
  ['2026-12-31T23:59:60Z', '2027-01-01T00:00:00.000Z'],
  ['Fri, 20 Nov 2026 24:00:00 GMT', '2026-11-21T00:00:00.000Z'],
])('%s', (written, read) => expect(parseDate(written)).toBe(read));

test.each([
  '',
  'yesterday',
  'soon',
  '0001-01-01T00:00:00Z',
  '13/13/2026',
  '2026-13-01',
  '9999999999999999',
])('%j is no date', written => expect(parseDate(written)).toBeUndefined());

test('what a computer writes is read back', () => {
  const any = date({
    min: new Date('1971-01-01'),
    max: new Date('2199-12-31'),
    noInvalidDate: true,
  });
  assert(
    property(any, when => {
      expect(parseDate(when.toISOString())).toBe(when.toISOString());
      expect(parseDate(when.toUTCString())).toBe(
        new Date(Math.floor(when.getTime() / 1000) * 1000).toISOString(),
      );
    }),
  );
});

test('any text is a date or none', () => {
  assert(
    property(string(), text => {
      const read = parseDate(text);
      expect(read === undefined || !Number.isNaN(Date.parse(read))).toBe(true);
    }),
  );
});

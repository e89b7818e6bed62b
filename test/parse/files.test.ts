import { array, assert, constantFrom, property, string, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from '../../src/parse/csv.ts';
import { parseCsvReviews } from '../../src/parse/csv-reviews.ts';
import { parseJsonLines } from '../../src/parse/jsonl.ts';
import { parseMail } from '../../src/parse/mail.ts';
import { parseTakeout } from '../../src/parse/takeout.ts';

const lines = (...rows: readonly string[]) => rows.join('\r\n');

test('a spreadsheet is read whatever it separates with', () => {
  for (const separator of [',', ';', '\t', '|'])
    expect(parseCsv(`a${separator}b\n"1${separator}""x"""${separator}2\n`)).toEqual({
      separator,
      rows: [
        ['a', 'b'],
        [`1${separator}"x"`, '2'],
      ],
      lines: [1, 2],
    });
});

test('a cell may hold lines, and the file may say its separator itself', () => {
  expect(parseCsv('sep=;\r\na;b\r\n"one\r\ntwo";\r\n').rows).toEqual([
    ['a', 'b'],
    ['one\r\ntwo', ''],
  ]);
});

test('what is written as CSV is read back', () => {
  const cell = string({
    minLength: 1,
    maxLength: 8,
    unit: constantFrom(',', ';', '"', '\n', 'a', 'é', ' '),
  });
  assert(
    property(
      array(array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }),
      rows => {
        const written = rows.map(row =>
          row.map(text => `"${text.replaceAll('"', '""')}"`).join(','),
        );
        expect(parseCsv(written.join('\n')).rows).toEqual(rows);
      },
    ),
  );
});

test('the columns of an export are guessed from their headings', () => {
  const { columns, entries, dayOrder, problems } = parseCsvReviews(
    lines(
      'Location,Reviewer Name,Star Rating,Review Text,Review Date,Owner Response,Review URL',
      'Milford,Ann B.,5,"Kind nurse, on time",11/20/2026,Thanks!,https://r.example/1?utm_source=x',
      'Milford,Cy D.,1,,11/02/2026,,',
      'Milford,Eve F.,2/5,<b>Rude</b> &amp; slow,11/01/2026 9:05 PM,,javascript:alert(1)',
    ),
  );
  expect(columns).toEqual({ author: 1, rating: 2, text: 3, date: 4, url: 6 });
  expect(dayOrder).toBe('month-first');
  expect(problems).toEqual([]);
  expect(entries).toEqual([
    {
      url: 'https://r.example/1',
      text: 'Kind nurse, on time',
      author: 'Ann B.',
      publishedAt: '2026-11-20T00:00:00.000Z',
      rating: 5,
      kind: 'review',
    },
    {
      title: 'Rated 1, without a comment',
      text: '',
      author: 'Cy D.',
      publishedAt: '2026-11-02T00:00:00.000Z',
      rating: 1,
      kind: 'review',
    },
    {
      text: 'Rude & slow',
      author: 'Eve F.',
      publishedAt: '2026-11-01T21:05:00.000Z',
      rating: 2,
      kind: 'review',
    },
  ]);
});

test('one date that can only be read one way settles the whole column', () => {
  const { entries, dayOrder } = parseCsvReviews('date;text\n03/04/2026;one\n25/12/2026;two');
  expect(dayOrder).toBe('day-first');
  expect(entries.map(entry => entry.publishedAt?.slice(0, 10))).toEqual([
    '2026-04-03',
    '2026-12-25',
  ]);
});

test('a column of dates that fit both ways is said to be open', () => {
  expect(parseCsvReviews('date,text\n03/04/2026,one')).not.toHaveProperty('dayOrder');
});

test('the user may say what the columns are', () => {
  const { entries } = parseCsvReviews('a,b\nfine,4', { columns: { text: 0, rating: 1 } });
  expect(entries).toEqual([{ text: 'fine', rating: 4, kind: 'review' }]);
});

test('a table without reviews is told by its headings', () => {
  const { entries, problems } = parseCsvReviews('Invoice,Amount\n1,2');
  expect(entries).toEqual([]);
  expect(problems[0]?.message).toContain('"Invoice", "Amount"');
});

test('JSON lines are read, and the lines that are none are named', () => {
  const { entries, bad, rows } = parseJsonLines(
    lines(
      '{"id":"1","text":"Long wait","rating":2,"publishedAt":"2026-11-20T10:00:00Z","kind":"review"}',
      'oops',
      '',
      '[1]',
      '{"comment":"ok","rating":"lots"}',
      '{"author":"Ann"}',
    ),
  );
  expect(entries).toEqual([
    {
      nativeId: '1',
      text: 'Long wait',
      publishedAt: '2026-11-20T10:00:00.000Z',
      rating: 2,
      kind: 'review',
    },
    { text: 'ok' },
  ]);
  expect(rows).toBe(5);
  expect(bad).toEqual([
    { at: 2, kept: false, why: 'it is no JSON object' },
    { at: 4, kept: false, why: 'it is no JSON object' },
    { at: 5, kept: true, why: 'the rating "lots" cannot be read' },
    { at: 6, kept: false, why: 'there are no words and no stars in it' },
  ]);
});

test('every row of a table is an entry or is named with its line', () => {
  const { entries, bad, problems, rows } = parseCsvReviews(
    lines(
      'Text,Stars,Date',
      '"Kind,',
      'and quick",5,2026-11-20',
      '',
      'Slow,and rude,1,2026-11-20',
      ',,2026-11-20',
      'Fine,4,some day',
      '"Never closed,3,2026-11-20',
    ),
  );
  expect(entries.map(({ text }) => text.slice(0, 6))).toEqual(['Kind,\n', 'Fine', 'Never ']);
  expect(rows).toBe(5);
  expect(bad).toEqual([
    { at: 5, kept: false, why: expect.stringContaining('4 cells under 3 headings') },
    { at: 6, kept: false, why: 'there are no words and no stars in it' },
    { at: 7, kept: true, why: 'the date "some day" cannot be read, so it counts as new' },
  ]);
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('line 8')]);
});

test('a Takeout export gives its reviews, whether they stand alone or not', () => {
  const review = {
    name: 'accounts/1/locations/2/reviews/3',
    starRating: 'TWO',
    comment: 'Slow',
    reviewer: { displayName: 'Ann B.' },
    createTime: '2026-11-20T10:00:00.123456Z',
  };
  for (const export_ of [{ reviews: [review, {}, 7] }, [review, {}, 7]]) {
    const { entries, bad } = parseTakeout(JSON.stringify(export_));
    expect(entries).toMatchObject([{ text: 'Slow', rating: 2, author: 'Ann B.', kind: 'review' }]);
    expect(bad.map(({ at }) => at)).toEqual([2, 3]);
  }
  expect(parseTakeout('{"a":1}').problems[0]?.message).toContain('no list of reviews');
});

const mail = (text: string) => parseMail(new TextEncoder().encode(text));

test('a mail of any kind is one entry', () => {
  const { entries } = mail(
    lines(
      'From: =?UTF-8?Q?Ver=C3=B3nica?= Alerts <no@alerts.example>',
      'Subject: =?utf-8?B?TmV3IHJldmlldyDimIXimIY=?=',
      ' =?utf-8?Q?_for_you?=',
      'Date: Fri, 20 Nov 2026 08:00:00 -0500',
      'Message-ID: <1@alerts.example>',
      'Content-Type: multipart/alternative; boundary="b1"',
      '',
      '--b1',
      'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Se=F1ora wrote: =93too slow=94 https://r.example/1?utm_source=mail =',
      'and more',
      '--b1',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      'PGEgaHJlZj0iaHR0cHM6Ly9yLmV4YW1wbGUvMj91dG1fc291cmNlPW0iPlJlYWQ8L2E+',
      '--b1--',
    ),
  );
  expect(entries).toEqual([
    {
      nativeId: '<1@alerts.example>',
      url: 'https://r.example/2',
      title: 'New review ★☆ for you',
      text: 'Señora wrote: “too slow” https://r.example/1?utm_source=mail and more',
      author: 'Verónica Alerts',
      publishedAt: '2026-11-20T13:00:00.000Z',
    },
  ]);
});

test('a mailbox of Google Alerts gives an entry for each result', () => {
  const data = JSON.stringify({
    cards: [
      {
        title: 'Google Alert',
        widgets: [
          {
            type: 'LINK',
            title: 'Clinic opens',
            description: 'Soon',
            url: 'https://www.google.com/url?url=https://n.example/1&ct=ga',
          },
          { type: 'LINK', title: 'Another', description: 'Later', url: 'https://n.example/2' },
        ],
      },
    ],
  });
  const alert = lines(
    'From alerts@x Fri Nov 20 08:00:00 2026',
    'From: Google Alerts <googlealerts-noreply@google.com>',
    'Subject: Google Alert - Lakeside',
    'Date: Fri, 20 Nov 2026 08:00:00 +0000',
    'Content-Type: text/html; charset=UTF-8',
    '',
    `<script data-scope="inboxmarkup" type="application/json">${data}</script><p>Hello</p>`,
    '',
  );
  const { entries } = mail(`${alert}\n${alert.replace('Clinic opens', 'Clinic closes')}`);
  expect(entries.map(({ title, url }) => [title, url])).toEqual([
    ['Clinic opens', 'https://n.example/1'],
    ['Another', 'https://n.example/2'],
    ['Clinic closes', 'https://n.example/1'],
    ['Another', 'https://n.example/2'],
  ]);
  expect(mail(`${alert}\nFrom nobody Fri Nov 20 08:00:00 2026\n\nHello\n`).bad).toMatchObject([
    { at: 9, kept: false },
  ]);
});

test('any bytes are a mailbox, a table or nothing', () => {
  assert(
    property(uint8Array({ maxLength: 300 }), string({ maxLength: 80 }), (bytes, text) => {
      expect(Array.isArray(parseMail(bytes).entries)).toBe(true);
      const odd = `From: a\nContent-Type: multipart/x; boundary=${text}\n\n--${text}\n\n${text}`;
      expect(Array.isArray(mail(odd).entries)).toBe(true);
      expect(Array.isArray(parseCsvReviews(text).entries)).toBe(true);
      expect(Array.isArray(parseJsonLines(text).entries)).toBe(true);
    }),
  );
});

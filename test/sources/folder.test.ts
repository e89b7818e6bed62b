import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { Source } from '../../src/core/source.ts';
import { lookingAt } from './network.ts';

/** A folder whose files were written minutes ago, unless said otherwise. */
const anInbox = (options: Source['options'] & object = {}) => {
  const path = mkdtempSync(join(tmpdir(), 'listen-inbox-'));
  let minutes = 0;
  return {
    path,
    put: (name: string, content: string | Uint8Array, age = 60 - minutes++) => {
      writeFileSync(join(path, name), content);
      const at = Date.parse('2026-11-20T12:00:00Z') / 1000 - age * 60;
      utimesSync(join(path, name), at, at);
    },
    ...lookingAt({ kind: 'folder', url: pathToFileURL(path).href, options }),
  };
};

const texts = (looked: Awaited<ReturnType<ReturnType<typeof anInbox>['look']>>) =>
  looked.kind === 'entries' ? looked.entries.map(({ text }) => text) : looked.kind;

test('each file is read once, oldest first, whatever it is, and again when it changes', async () => {
  const { look, put } = anInbox();
  put('a.csv', 'text,stars\nLong wait.,1\nKind nurse.,5\n');
  put('b.jsonl', '{"text": "Rude on the phone.", "rating": 2}\n');
  put(
    'reviews',
    JSON.stringify({ reviews: [{ reviewId: '1', starRating: 'ONE', comment: 'Dirty.' }] }),
  );
  put(
    'alert.eml',
    'From: a@b.example\nSubject: Alert\nDate: Fri, 20 Nov 2026 08:00:00 +0000\n\nIn the paper.\n',
  );
  expect(texts(await look())).toEqual([
    'Long wait.',
    'Kind nurse.',
    'Rude on the phone.',
    'Dirty.',
    'In the paper.',
  ]);
  expect(texts(await look())).toBe('unchanged');
  put('b.jsonl', '{"text": "Rude on the phone, twice."}\n');
  expect(texts(await look())).toEqual(['Rude on the phone, twice.']);
});

test('what is hidden, half written or no file is left alone', async () => {
  const { look, put, path } = anInbox();
  mkdirSync(join(path, 'old'));
  put('.hidden.csv', 'text\nx\n');
  put('reviews.csv.part', 'text\nx\n');
  put('now.csv', 'text\nStill being written\n', 0);
  expect(texts(await look())).toBe('unchanged');
  put('now.csv', 'text\nWritten.\n', 1);
  expect(texts(await look())).toEqual(['Written.']);
});

test('a file that cannot be read is told by its name, and the others are read', async () => {
  const { look, put } = anInbox({ dates: 'day-first' });
  put('book.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4]));
  put('c.csv', 'text,date\nGood.,03/04/2026\n,01/05/2026\n');
  expect(await look()).toMatchObject({
    kind: 'entries',
    entries: [{ text: 'Good.', publishedAt: '2026-04-03T00:00:00.000Z' }],
    problems: [
      'book.xlsx is an archive or a spreadsheet as such; save it as CSV',
      expect.stringContaining('c.csv: row 3: there are no words'),
    ],
  });
});

test('more files than are read at once are read by the next looks', async () => {
  const { look, put } = anInbox();
  for (let nth = 0; nth < 55; nth++) put(`${nth}.csv`, `text\nNumber ${nth}\n`, 100 - nth);
  expect(texts(await look())).toHaveLength(50);
  expect(texts(await look())).toHaveLength(5);
});

test('a folder that is not there, and an address that is none, are told', async () => {
  const gone = lookingAt({ kind: 'folder', url: 'file:///nowhere/inbox', options: {} });
  expect(await gone.look()).toMatchObject({ kind: 'failed', why: '/nowhere/inbox does not exist' });
  const web = lookingAt({ kind: 'folder', url: 'https://example.org/', options: {} });
  expect(await web.look()).toMatchObject({ kind: 'failed' });
});

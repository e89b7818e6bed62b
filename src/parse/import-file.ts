import { toByteString } from './byte-string.ts';
import { parseCsvReviews } from './csv-reviews.ts';
import type { CsvHints, CsvReviews } from './csv-reviews.ts';
import { decode } from './decode.ts';
import type { FilePage } from './file-page.ts';
import { fieldOf, isObject, readJson } from './json.ts';
import type { ImportFormat } from './import-format.ts';
import { parseJsonLines, parseJsonList } from './jsonl.ts';
import { parseMail } from './mail.ts';
import { parseTakeout } from './takeout.ts';

/** A file as it was understood; `table` says how the columns of a spreadsheet were read. */
export type Imported = {
  readonly page: FilePage;
  readonly encoding?: string;
  readonly table?: Pick<
    CsvReviews,
    'header' | 'columns' | 'separator' | 'dayOrder' | 'isOrderOpen'
  >;
};

/** What a file is by its name and else by its first lines; undefined for archives and spreadsheets in binary. */
export const formatOf = (name: string, bytes: Uint8Array): ImportFormat | undefined => {
  const start = toByteString(bytes.subarray(0, 4096));
  if (/^(?:PK\x03\x04|\xd0\xcf\x11\xe0|\x1f\x8b|%PDF)/.test(start)) return undefined;
  if (/\.(?:csv|tsv|tab)$/i.test(name)) return 'csv';
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return 'jsonl';
  if (/\.(?:mbox|mbx|eml)$/i.test(name)) return 'mbox';
  const head = decode(bytes.subarray(0, 100_000)).text.trimStart();
  if (head.startsWith('[')) return isTakeout(head) ? 'google-takeout' : 'json';
  if (head.startsWith('{')) return isJsonLine(head) ? 'jsonl' : 'google-takeout';
  return /^From |^(?:[A-Za-z][A-Za-z-]*: .*\r?\n(?:[ \t].*\r?\n)*){2}/.test(head) ? 'mbox' : 'csv';
};

/** Fields that only reviews of Google have; a list without them is read by its field names. */
const isTakeout = (head: string): boolean => /"(?:starRating|reviewId|reviewReply)"\s*:/.test(head);

const isJsonLine = (head: string): boolean => {
  const [line = ''] = head.split('\n', 1);
  const json = readJson(line);
  return isObject(json) && !Array.isArray(fieldOf(json, 'reviews'));
};

/** Reads a file of reviews or mails; never throws. */
export const parseImport = (
  bytes: Uint8Array,
  format: ImportFormat,
  hints: (document: string) => CsvHints,
): Imported => {
  if (format === 'mbox') return { page: parseMail(bytes) };
  const { text, encoding, problems } = decode(bytes);
  const told = <P extends FilePage>(page: P): P => ({
    ...page,
    problems: [...problems, ...page.problems],
  });
  switch (format) {
    case 'csv': {
      const table = parseCsvReviews(text, hints(text));
      const { entries, bad, rows, problems } = table;
      return { page: told({ entries, bad, rows, problems }), encoding, table };
    }
    case 'jsonl':
      return { page: told(parseJsonLines(text)), encoding };
    case 'json':
      return { page: told(parseJsonList(text)), encoding };
    case 'google-takeout':
      return { page: told(parseTakeout(text)), encoding };
    default:
      return format satisfies never;
  }
};

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { recordOf } from '../../src/core/record.ts';
import type { MentionRecord } from '../../src/core/record.ts';
import { untouched } from '../../src/core/triage.ts';
import { csvHead, csvRow } from '../../src/export/csv.ts';
import { exported } from '../../src/export/export.ts';
import type { ExportOptions } from '../../src/export/export.ts';
import { aMention, aVerdict } from '../making.ts';
import { anyText } from '../text/any-text.ts';

const aRecord = (differs: Parameters<typeof aMention>[0] = {}): MentionRecord =>
  recordOf({ mention: aMention(differs), verdict: aVerdict(), triage: untouched });

const written = async (records: readonly MentionRecord[], options: Partial<ExportOptions>) => {
  const all = {
    format: 'csv',
    reveal: false,
    bom: false,
    query: 'is:flagged',
    at: new Date('2026-11-20T14:05:00Z'),
    ...options,
  } as const;
  const pieces: string[] = [];
  const given = (async function* () {
    yield* records;
  })();
  for await (const piece of exported(given, all)) pieces.push(piece);
  return pieces.join('');
};

/** A reader of RFC 4180, to hold the writer against. */
const readCsv = (csv: string): string[][] =>
  [...csv.matchAll(/(?:(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n))+?(?<=\r\n)/g)].map(([line]) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n)/g)].map(([, cell = '']) =>
      cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
    ),
  );

describe('an export', () => {
  it('masks who wrote it and every link, handle, address and number', async () => {
    const record = aRecord({
      text: 'Ask Jörg K. at j.k@example.org, 203-555-0199 or @jorg, see https://example.org/p?q=1',
      url: 'https://example.org/reviews/1',
      alsoIn: [{ source: 'yelp', url: 'https://example.org/y' }],
    });
    const csv = await written([record], { format: 'jsonl' });
    expect(csv).not.toMatch(/Jörg|example\.org|555-0199|@jorg/);
    expect(JSON.parse(csv)).toMatchObject({ author: 'Author 1', url: '[link]' });
  });

  it('gives one author one number throughout', async () => {
    const records = [aRecord(), aRecord({ author: 'Mia' }), aRecord()];
    const authors = (await written(records, { format: 'jsonl' }))
      .trim()
      .split('\n')
      .map(line => JSON.parse(line).author);
    expect(authors).toEqual(['Author 1', 'Author 2', 'Author 1']);
  });

  it('reveals names and links when asked', async () => {
    const csv = await written([aRecord()], { reveal: true });
    expect(csv).toContain('Jörg K.');
    expect(csv).toContain('https://example.org/reviews/1');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '"=1', '\uFF1D1', '|calc', '%0A=1'])(
    'makes the cell %j harmless in a spreadsheet',
    cell => {
      const [line] = readCsv(csvRow(aRecord({ title: cell })));
      expect(line).toContain(`'${cell}`);
    },
  );

  it('writes CSV that reads back cell by cell, whatever the words', () => {
    const columns = readCsv(csvHead())[0] ?? [];
    fc.assert(
      fc.property(anyText, text => {
        const [line = []] = readCsv(csvRow(aRecord({ text })));
        expect(line.length).toBe(columns.length);
        expect([text, `'${text}`]).toContain(line[columns.indexOf('text')]);
      }),
    );
  });

  it('writes JSON that parses with none, one and two mentions', async () => {
    for (const count of [0, 1, 2]) {
      const records = Array.from({ length: count }, () => aRecord());
      expect(JSON.parse(await written(records, { format: 'json' }))).toHaveLength(count);
    }
  });

  it('keeps public words from becoming Markdown or HTML', async () => {
    const text =
      '<script>x</script> [a](javascript:b) ![](https://t.example/p.png)\n# head\n- item';
    const markdown = await written([aRecord({ text })], { format: 'md', reveal: true });
    expect(markdown).not.toMatch(/<script|\]\(|^# head|^- item|!\[/m);
  });

  it('begins with a byte order mark when asked', async () => {
    expect(await written([], { bom: true })).toMatch(/^\uFEFFid,/);
  });
});

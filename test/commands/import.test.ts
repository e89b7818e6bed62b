import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aScannedOffice, anOffice } from './office.ts';
import { aShell, run } from './shell.ts';

const rude = 'The receptionist was terribly rude and hung up on me twice.';
const kind = 'Dr. Osei took her time and explained everything very well.';

const reviews = [
  'Customer;Stars;What can we do better?;When;Branch',
  `Ann B.;1;"${rude}";03/11/2026;Milford`,
  `Cy D.;5;"${kind}";25/12/2025;Milford`,
  'Eve F.;;;01/11/2026;Milford',
].join('\r\n');

/** A folder without a configuration, with a file in it. */
const aFolder = (name: string, content: string | Uint8Array) => {
  const { folder } = aShell();
  writeFileSync(join(folder, name), content);
  const listen = (...argv: readonly string[]) => run([...argv, '--store', 'kept'], { cwd: folder });
  return { folder, listen };
};

const jsonLines = (out: string): readonly Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));

test('a spreadsheet is read in its own style, judged and kept; what is left out is named', async () => {
  const { listen } = aFolder('reviews.csv', reviews);
  const argv = ['import', 'reviews.csv', '--map', 'text=What can we do better?'];
  const shown = await listen(...argv);
  expect(shown).toMatchObject({
    exitCode: 3,
    out: 'import: 2 new, 0 changed, 0 duplicates, 0 held already, 1 flagged, 1 left out\n',
  });
  expect(shown.err).toContain('separated by ";"');
  expect(shown.err).toContain('text    What can we do better?');
  expect(shown.err).toContain('unused  Branch');
  expect(shown.err).toContain('line 4: left out: there are no words and no stars in it');

  const kept = jsonLines((await listen('list', 'flag:negative', '--json')).out);
  expect(kept).toMatchObject([
    { source: 'import', kind: 'review', text: rude, author: 'Ann B.', rating: 1 },
  ]);
  expect(kept[0]?.['publishedAt']).toBe('2026-11-03T00:00:00.000Z');

  const again = await listen(...argv, '--json');
  expect(jsonLines(again.out)).toEqual([
    expect.objectContaining({
      type: 'file',
      as: 'csv',
      separator: ';',
      dates: 'day-first',
      unused: ['Branch'],
    }),
    {
      type: 'bad',
      line: 4,
      kept: false,
      why: 'there are no words and no stars in it',
    },
    {
      type: 'done',
      source: 'import',
      rows: 3,
      added: 0,
      updated: 0,
      duplicates: 0,
      flagged: 0,
      unchanged: 2,
      dropped: 0,
      bad: 1,
    },
  ]);
});

test('a dry run counts and keeps nothing', async () => {
  const { listen } = aFolder('r.csv', `text,stars\n${rude},1\n`);
  const { exitCode, out, err } = await listen('import', 'r.csv', '--dry-run');
  expect([exitCode, out]).toEqual([0, expect.stringMatching(/1 new.*nothing was stored/)]);
  expect(err).not.toContain('--dates');
  expect((await listen('list')).err).toBe('0 mentions\n');
});

test('dates that fit both ways are said to be open, and can be settled', async () => {
  const { listen } = aFolder('r.csv', `text,date\n${rude},03/04/2026\n`);
  expect((await listen('import', 'r.csv', '--dry-run')).err).toContain('count as March 4');
  const settled = await listen('import', 'r.csv', '--dates', 'day-first');
  expect(settled.err).not.toContain('March');
  const [kept] = jsonLines((await listen('list', '--json')).out);
  expect(kept).toMatchObject({ publishedAt: '2026-04-03T00:00:00.000Z' });
});

test('any encoding is read, and standard input too', async () => {
  const { folder } = aShell();
  const accented = 'Señora Núñez était très gentille à la réception. Merci beaucoup !';
  const table = `text,stars\r\n${accented},5\r\n`;
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table, 'utf16le')]);
  for (const [name, bytes] of [
    ['latin.csv', Buffer.from(table, 'latin1')],
    ['utf16.csv', utf16],
    ['plain.csv', Buffer.from(table)],
  ] as const) {
    writeFileSync(join(folder, name), bytes);
    const { exitCode, err } = await run(['import', name, '--store', 'kept'], { cwd: folder });
    expect(exitCode, err).toBe(0);
  }
  await run(['import', '-', '--store', 'kept'], { cwd: folder, stdin: table });
  const { out } = await run(['list', '--json', '--store', 'kept'], { cwd: folder });
  expect(jsonLines(out).map(({ text }) => text)).toEqual([accented]);
});

test('Takeout, JSON lines and mailboxes are told apart by what is in them', async () => {
  const takeout = { reviews: [{ reviewId: '1', starRating: 'ONE', comment: rude }] };
  const mail = `From: Ann <ann@example.org>\nSubject: Your review\nDate: Fri, 20 Nov 2026 08:00:00 +0000\n\n${rude}\n`;
  for (const [content, as, source] of [
    [JSON.stringify(takeout, null, 2), 'google-takeout', 'google'],
    [`${JSON.stringify({ id: 'x', text: kind })}\n`, 'jsonl', 'import'],
    [mail, 'mbox', 'mail'],
    [`From x Fri Nov 20 08:00:00 2026\n${mail}`, 'mbox', 'mail'],
    [`Comment\tStars\n${rude}\t1\n`, 'csv', 'import'],
  ] as const) {
    const { listen } = aFolder('export', content);
    const { out, exitCode } = await listen('import', 'export', '--json');
    expect(exitCode, as).toBe(0);
    expect(jsonLines(out)).toMatchObject([
      { type: 'file', as },
      { type: 'done', source, added: 1, rows: 1 },
    ]);
  }
});

test('imported into a source that is scanned, it leaves what is remembered of the source alone', async () => {
  const { folder, listen, lines } = anOffice();
  writeFileSync(join(folder, 'old.csv'), `text,date\n${kind},2025-01-01\n`);
  expect(await listen('import', 'old.csv', '--source', 'wall')).toMatchObject({ exitCode: 0 });
  expect(JSON.parse((await lines('scan', '--json')).at(-1) ?? '')).toMatchObject({ added: 3 });
  expect(await lines('list', 'source:wall', '--json')).toHaveLength(4);
});

test('what cannot be read or was mistyped is told in a sentence, with the code for it', async () => {
  const { listen } = aFolder('bills.csv', 'Invoice,Amount\n1,2\n');
  for (const [argv, exitCode, sentence] of [
    [['none.csv'], 2, 'none.csv is not there'],
    [['bills.csv'], 1, 'there are "Invoice", "Amount"'],
    [['bills.csv', '--map', 'txt=Invoice'], 2, 'did you mean text?'],
    [['bills.csv', '--map', 'text=Invoic'], 2, 'did you mean "Invoice"?'],
    [['bills.csv', '--as', 'jsonl', '--map', 'text=Invoice'], 2, '--map is for CSV'],
    [['bills.csv', '--as', 'jsonl'], 1, 'line 1: left out: it is no JSON object'],
    [['bills.csv', '--source', '../x', '--map', 'text=1'], 2, '--source takes a name'],
  ] as const) {
    const refused = await listen('import', ...argv);
    expect(refused.err, argv.join(' ')).toContain(sentence);
    expect(refused.exitCode, argv.join(' ')).toBe(exitCode);
  }
  const zipped = aFolder('reviews.xlsx', Buffer.from('PK\x03\x04\x14'));
  expect(await zipped.listen('import', 'reviews.xlsx')).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('save it as CSV'),
  });
});

test.each(['json', 'jsonl'])(
  'an export as %s comes back as it was, to where it came from',
  async format => {
    const { folder, listen } = anOffice();
    const words =
      'Their fever leaflet says "call when <39 & rising", and nobody answered the phone.';
    writeFileSync(
      join(folder, 'r.csv'),
      `text,rating,author,date\n"${words.replaceAll('"', '""')}",2,Ann,2026-11-01\n`,
    );
    await listen('import', 'r.csv');
    await listen('scan');
    await listen('export', 'is:open', '--reveal', '-o', `all.${format}`);
    const again = await listen('import', `all.${format}`);
    expect(again.out).toContain('wall: 0 new, 0 changed, 0 duplicates, 3 held already');
    expect(again.out).toContain('import: 0 new, 0 changed, 0 duplicates, 1 held already');

    const elsewhere = (...argv: readonly string[]) =>
      run([...argv, '--store', 'other'], { cwd: folder });
    expect((await elsewhere('import', `all.${format}`)).exitCode).toBe(0);
    const [before, after] = [await listen('list', '--json'), await elsewhere('list', '--json')];
    const known = ({
      id,
      source,
      kind,
      text,
      title,
      author,
      rating,
      publishedAt,
      url,
    }: Record<string, unknown>) => ({
      id,
      source,
      kind,
      text,
      title,
      author,
      rating,
      publishedAt,
      url,
    });
    expect(jsonLines(after.out).map(known)).toEqual(jsonLines(before.out).map(known));
    // Scanning the source afterwards finds what came by file.
    expect((await elsewhere('scan')).out).toContain('0 new, 0 changed, 0 duplicates');
  },
);

test('a masked export never writes over what is held', async () => {
  const { folder, listen } = await aScannedOffice();
  await listen('export', 'is:open', '-o', 'masked.json');
  expect((await listen('import', 'masked.json')).out).toContain('3 held already');
  writeFileSync(join(folder, 'own.json'), JSON.stringify([{ id: 7, text: rude, stars: 1 }, 8]));
  const other = await listen('import', 'own.json');
  expect(other).toMatchObject({ exitCode: 3, out: expect.stringContaining('import: 1 new') });
  expect(other.err).toContain('item 2: left out: it is no JSON object');
});

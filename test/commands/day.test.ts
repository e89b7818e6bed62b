import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aScannedOffice, anOffice } from './office.ts';
import { run } from './shell.ts';

const idsOf = (lines: readonly string[]): readonly string[] =>
  lines.map(line => String(JSON.parse(line).id));

describe('a day at the office, from the shell', () => {
  it('scans, lists the most dangerous first, decides, and lists what is left', async () => {
    const { listen, lines } = anOffice();
    const scanned = await listen('scan', '--json');
    expect(scanned.exitCode).toBe(0);
    expect(JSON.parse(scanned.out.trim().split('\n').at(-1) ?? '')).toMatchObject({
      type: 'done',
      sources: 1,
      failed: 0,
      added: 3,
    });

    const all = await lines('list', '--json');
    expect(all.map(line => JSON.parse(line).title)).toEqual([
      '=HYPERLINK(1)',
      'Two hours',
      'Lovely',
    ]);

    const [urgent = '', waited = ''] = idsOf(all);
    const decided = await listen(
      'triage',
      urgent,
      waited.slice(0, 6),
      '--bucket',
      'refer',
      '--note',
      'call',
    );
    expect(decided).toMatchObject({ exitCode: 0, err: '2 mentions referred to the office.\n' });

    expect(await lines('list', 'is:open', '--json')).toHaveLength(1);
    const [record = ''] = await lines('list', 'bucket:refer waited', '--json');
    expect(JSON.parse(record)).toMatchObject({
      id: waited,
      author: 'Visitor 1',
      decision: { bucket: 'refer', by: 'ana', note: 'call', at: '2026-11-20T14:05:00.000Z' },
    });

    const shown = await listen('show', waited);
    expect(shown.out).toContain('We waited two hours');
    expect(shown.out).toMatch(/flag +negative: .*“/);
    expect(shown.out).toMatch(/history .* ana {2}decided: refer/);
  });

  it('shows a mention undecided again, everywhere, once its words were edited', async () => {
    const { listen, lines, folder } = await aScannedOffice();
    const [id = ''] = idsOf(await lines('list', 'waited', '--json'));
    await run(['triage', id, '--bucket', 'ignore'], {
      cwd: folder,
      now: new Date('2026-11-20T13:00Z'),
    });
    const wall = join(folder, 'feeds', 'wall.xml');
    writeFileSync(
      wall,
      readFileSync(wall, 'utf8').replace('was rude', 'laughed at us and was rude'),
    );
    await listen('scan', '--force', '--quiet');
    const [record = ''] = await lines('list', 'is:open laughed', '--json');
    expect(JSON.parse(record)).toMatchObject({ id, editedAt: expect.any(String) });
    expect(JSON.parse(record)).not.toHaveProperty('decision');
    expect((await listen('list', 'laughed')).out).toContain('  inbox ');
  });

  it('keeps no escape sequence that a script puts into a note', async () => {
    const { listen, lines } = anOffice();
    await listen('scan', '--quiet');
    const [id = ''] = idsOf(await lines('list', '--json'));
    await listen(
      'triage',
      id,
      '--bucket',
      'refer',
      '--note',
      'he wrote \u001b]52;c;aGk=\u0007\u202ehi',
    );
    const [record = ''] = await lines('list', 'bucket:refer', '--json');
    expect(JSON.parse(record)).toMatchObject({ decision: { note: 'he wrote hi' } });
  });

  it('exports what is flagged, masked, whole or not at all', async () => {
    const { listen, folder } = await aScannedOffice();
    const file = join(folder, 'flagged.csv');
    expect((await listen('export', '-o', 'flagged.csv')).exitCode).toBe(0);
    const csv = readFileSync(file, 'utf8');
    expect(csv).toContain(`'=HYPERLINK(1)`);
    expect(csv).not.toMatch(/Visitor 1|reviews\.example|Lovely/);
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const revealed = await listen('export', '', '--format', 'json', '--reveal');
    expect(JSON.parse(revealed.out)).toHaveLength(3);
    expect(revealed.out).toContain('Visitor 1');

    const nowhere = await listen('export', '-o', 'no/such/folder/x.csv');
    expect(nowhere.exitCode).toBe(1);
    expect(nowhere.err).toContain('cannot be written');
  });

  it('changes nothing when one of several ids is unknown', async () => {
    const { listen, lines } = await aScannedOffice();
    const [first = ''] = idsOf(await lines('list', '--json'));
    const refused = await listen('triage', first, 'nonsense', '--bucket', 'ignore');
    expect(refused.exitCode).toBe(2);
    expect(refused.err).toContain('No mention has the id "nonsense"');
    expect(await lines('list', 'is:open', '--json')).toHaveLength(3);
  });

  it('says once what was damaged and mended, and then finds everything in order', async () => {
    const { listen, folder } = await aScannedOffice();
    writeFileSync(join(folder, 'kept', 'manifest.json'), '');
    const { exitCode, out, err } = await listen('verify');
    expect({ exitCode, err }).toEqual({ exitCode: 1, err: '' });
    expect(out).toMatch(
      /^manifest\.json was damaged\. It was restored .*\n3 mentions .* 1 damaged\.\n$/,
    );
    expect(await listen('verify')).toMatchObject({ exitCode: 0 });
  });

  it('finds everything in order, and says so', async () => {
    const { listen } = await aScannedOffice();
    expect(await listen('verify')).toMatchObject({ exitCode: 0 });
    const doctor = await listen('doctor');
    expect(doctor.exitCode, doctor.out).toBe(0);
    expect(doctor.out).toContain('3 mentions.');
  });

  it('says which configuration, source, query or option is wrong, and ends with 2', async () => {
    const { listen, folder } = anOffice();
    for (const [argv, sentence] of [
      [['list', 'flag:urgnt'], 'did you mean urgent?'],
      [['scan', '--source', 'wal'], 'did you mean wall?'],
      [['triage', 'x'], '--bucket'],
      [['lst'], 'did you mean list?'],
      [['export', '--format', 'pdf'], 'Allowed choices'],
      [['export', '-o', 'flagged.xlsx'], '"xlsx" is no format'],
      [['list', '--limit', 'few'], 'whole number'],
      [['list', '--store', ''], '--store is empty'],
      [['--config', 'none.toml', 'list'], 'listen init'],
    ] as const) {
      const refused = await listen(...argv);
      expect(refused.exitCode, argv.join(' ')).toBe(2);
      expect(refused.err, argv.join(' ')).toContain(sentence);
      expect(refused.out).toBe('');
    }
    writeFileSync(join(folder, 'listen.toml'), '[practice]\nnme = "x"\n');
    const refused = await listen('list');
    expect(refused.exitCode).toBe(2);
    expect(refused.err).toContain('listen.toml:2: unknown key practice.nme; did you mean name?');
  });

  it('begins with a configuration that the set-up writes, and never over another', async () => {
    const { listen, folder } = anOffice();
    const there = await listen('init', '--yes', '--name', 'Hill Practice');
    expect(there.exitCode).toBe(2);
    expect(there.err).toContain('--force');
    const other = join(folder, 'new', 'listen.toml');
    const wrong = await listen('--config', other, 'init', '--yes', '--hours', 'always');
    expect(wrong.exitCode).toBe(2);
    expect(wrong.err).toMatch(
      /^Nothing was written, .*\nlisten\.toml:\d+: office\.hours must be like/,
    );
    expect(existsSync(other)).toBe(false);
    const fresh = await listen('--config', other, 'init', '--yes', '--name', 'Hill Practice');
    expect(fresh.exitCode).toBe(0);
    expect(existsSync(other)).toBe(true);
    expect((await listen('--config', other, 'list')).exitCode).toBe(0);
  });
});

import { appendFileSync, chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { thisProcess } from '../../src/store/process-identity.ts';
import { aScannedOffice, anOffice } from './office.ts';
import { run } from './shell.ts';

test('doctor finds an office that is set up well', async () => {
  const { listen } = anOffice();
  const { out, exitCode } = await listen('doctor');
  expect(out).toMatch(/ok {4}office hours {3}.*: (?:open|closed) now\./);
  expect(out).toMatch(/ok {4}models .*version \w+/);
  expect(out).toMatch(/ok {4}policy .*\d+ rules, as shipped/);
  expect(out).toMatch(/ok {4}templates .*\d+ replies/);
  expect(out).not.toContain('MEND');
  expect(exitCode).toBe(0);
});

test('doctor says which policy or claims file is wrong, and goes on', async () => {
  const { listen, folder } = anOffice();
  appendFileSync(
    join(folder, 'listen.toml'),
    '[reply]\npolicy = "ours.toml"\n[claims]\nfiles = ["gone.jsonl", "half.jsonl"]\n',
  );
  writeFileSync(join(folder, 'ours.toml'), '[[change]]\nrule = "no-such-rule"\n');
  writeFileSync(
    join(folder, 'half.jsonl'),
    '{"id": "moon", "claim": "The moon heals."}\nnonsense\n',
  );
  const { out, exitCode } = await listen('doctor');
  expect(out).toMatch(/MEND {2}policy .*ours\.toml/);
  expect(out).toMatch(/MEND {2}claims .*gone\.jsonl/);
  expect(out).toMatch(/MEND {2}claims .*half\.jsonl has 1 claims\. 1 lines cannot be read/);
  expect(out).toMatch(/ok {4}store/);
  expect(exitCode).toBe(1);
});

test('doctor tells of a lock that a dead process left', async () => {
  const { listen, folder } = await aScannedOffice();
  const dead = { ...thisProcess('scan', new Date()), pid: 2 ** 22 + 1 };
  writeFileSync(join(folder, 'kept', 'locks', 'lease-scan'), JSON.stringify(dead));
  const { out, exitCode } = await listen('doctor');
  expect(out).toContain(`locks/lease-scan was left by scan, process ${dead.pid}`);
  expect(exitCode).toBe(0);
});

test('doctor, like a scan, names the line of a source that cannot work', async () => {
  const { listen, folder } = anOffice();
  appendFileSync(join(folder, 'listen.toml'), '[[source]]\nid = "a"\nkind = "fed"\n');
  const complaint = `${join(folder, 'listen.toml')}:12: source "a": there is no kind of source called "fed"; did you mean "feed"?\n`;
  expect((await listen('doctor')).out).toContain(complaint);
  expect(await listen('scan')).toMatchObject({ exitCode: 2, err: complaint });
});

test('doctor says so when others may look into the store', async () => {
  const { listen, folder } = await aScannedOffice();
  chmodSync(join(folder, 'kept'), 0o755);
  const { out, exitCode } = await listen('doctor');
  expect(out).toContain(`MEND  privacy        Others on this machine may look into the store.`);
  expect(exitCode).toBe(1);
});

test('a log that cannot be written stops no scan, and the doctor names it', async () => {
  const { folder } = anOffice();
  const env = { LISTEN_LOG_FILE: join(folder, 'gone', 'log.jsonl') };
  const scanned = await run(['scan'], { cwd: folder, env });
  expect(scanned).toMatchObject({ exitCode: 0 });
  expect(scanned.err).toContain('Nothing is logged');
  const { out, exitCode } = await run(['doctor'], { cwd: folder, env });
  expect(out).toMatch(/MEND {2}log .*log\.jsonl cannot be written \(ENOENT\)/);
  expect(exitCode).toBe(1);
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checksum } from '../../src/store/merge-log.ts';
import { aDirectory, openAt, storeAt } from './directory.ts';
import { aCatch, anItem } from './making.ts';

const sumOf = (text: string): string => checksum(Buffer.from(text));

/** Puts rows as an earlier program wrote them, without claims, in the place of today's; the manifest agrees. */
const asBefore = (directory: string) => {
  const file = join(directory, 'segments', '000001.rows.json');
  const today = readFileSync(file, 'utf8');
  const { claim: _, ...columns } = JSON.parse(today);
  const old = JSON.stringify({ ...columns, format: 1 });
  writeFileSync(file, old);
  for (const path of ['manifest.json', 'backup/manifest.json']) {
    const place = join(directory, path);
    const [body = ''] = readFileSync(place, 'utf8')
      .replace(sumOf(today), sumOf(old))
      .split(',"checksum"');
    writeFileSync(place, `${body},"checksum":"${sumOf(body)}"}`);
  }
  return file;
};

it('rows of an earlier program are renewed once, with the claims that mentions spread, and nothing counts as damaged', async () => {
  const directory = await aDirectory();
  const first = await storeAt(directory);
  const claim = 'mmr-causes-autism';
  const flags = [
    { kind: 'misinformation', confidence: 0.9, reason: 'r', evidence: [], claim },
  ] as const;
  const items = Array.from({ length: 8 }, (_, number) =>
    anItem({ nativeId: `${number}` }, 'wall', number === 0 ? { flags } : {}),
  );
  await first.merge([aCatch(items)]);
  await first.close();
  const settled = await storeAt(directory);
  const before = await settled.rows();
  await settled.close();

  const file = asBefore(directory);
  for (const _ of ['renewed', 'read as renewed']) {
    const store = await openAt(directory);
    const rows = await store.rows();
    expect(rows).toEqual(before);
    expect(rows.flatMap(row => row.claim ?? [])).toEqual([claim]);
    expect(await store.verify()).toEqual([]);
    expect(store.damage).toEqual([]);
    await store.close();
    expect(readFileSync(file, 'utf8')).toMatch(/^[\da-f]{8}\n\{"format":2,/);
  }

  const renewed = readFileSync(file, 'utf8');
  writeFileSync(file, renewed.replace(claim, 'mmr-causes-artism'));
  const store = await openAt(directory);
  expect(await store.rows()).toEqual(before);
  expect(store.damage.map(({ what }) => what)).toEqual(['segments/000001.rows.json was damaged.']);
});

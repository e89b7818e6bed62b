import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tombstone } from '../../src/store/tombstone.ts';
import { keepsTheContract } from './contract.ts';
import { aDirectory, openAt } from './directory.ts';
import { aCatch, anItem, decide } from './making.ts';

describe('a store on disk', () => {
  keepsTheContract(async () => openAt(await aDirectory()));

  it('leaves out, and says so, what it could not read again', async () => {
    const store = await openAt(await aDirectory());
    const broken = anItem({ nativeId: 'broken', rating: Number.NaN });
    await store.merge([aCatch([broken, anItem({ nativeId: 'fine', text: 'It said ":null".' })])]);
    expect(await store.rows()).toHaveLength(1);
    expect(store.damage).toMatchObject([{ remedy: 'It was left out; please report this.' }]);
  });

  it('leaves no word of a purged mention in any file, and remembers it when opened again', async () => {
    const directory = await aDirectory();
    const store = await openAt(directory);
    const items = Array.from({ length: 20 }, (_, n) =>
      anItem({ nativeId: `${n}`, text: `secret${n}.` }),
    );
    for (const item of items) await store.merge([aCatch([item])]);
    await store.record([decide('refer', ...items.map(item => item.mention.id))]);
    const purged = items.slice(3, 17).map(item => item.mention.id);
    expect(await store.purge(purged, 'ana', 'too old')).toBe(14);
    await store.close();
    const files = await readdir(directory, { recursive: true, withFileTypes: true });
    for (const file of files.filter(entry => entry.isFile()))
      expect(await readFile(join(file.parentPath, file.name), 'utf8')).not.toMatch(
        /secret(?:[3-9]|1[0-6])\./,
      );
    const again = await openAt(directory);
    expect(await again.rows()).toHaveLength(6);
    const [merged] = await again.merge([aCatch(items)]);
    expect(merged?.added).toEqual([]);
    expect(await again.verify()).toEqual([]);
  });

  it('hides what was purged when the process ended before the files were rewritten, and erases it later', async () => {
    const directory = await aDirectory();
    const store = await openAt(directory);
    const items = Array.from({ length: 20 }, (_, n) => anItem({ nativeId: `${n}` }));
    await store.merge([aCatch(items.slice(0, 10))]);
    const gone = items.slice(0, 2);
    await store.record([tombstone(gone, 'ana', 'too old', new Date('2026-11-20T14:05:00Z'))]);
    expect(await store.rows()).toHaveLength(8);
    expect(await store.mentions(gone.map(item => item.mention.id))).toEqual([]);
    await store.merge([aCatch(items.slice(10))]);
    expect(await store.rows()).toHaveLength(18);
    const again = await openAt(directory);
    expect(await again.rows()).toHaveLength(18);
    expect(await again.known(gone[0]?.keys ?? [])).toEqual(new Map());
  });

  it('goes on to see what another process merges after it was asked for its rows twice at once', async () => {
    const directory = await aDirectory();
    const [theirs, ours] = [await openAt(directory), await openAt(directory)];
    const merge = async (...ids: readonly string[]) =>
      theirs.merge([aCatch(ids.map(nativeId => anItem({ nativeId })))]);
    // Several segments take long enough to read that the second reading begins before the first has ended.
    for (const segment of ['a', 'b', 'c'])
      await merge(...Array.from({ length: 10 }, (_, n) => `${segment}${n}`));
    await Promise.all([ours.rows(), ours.rows()]);
    await merge('new');
    expect(await ours.rows()).toHaveLength(31);
  });
});

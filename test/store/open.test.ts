import { cp, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { silent } from '../../src/log.ts';
import { reason } from '../../src/store/disk.ts';
import { take } from '../../src/store/lock.ts';
import { thisProcess } from '../../src/store/process-identity.ts';
import { openStore } from '../../src/store/open.ts';
import { StoreError } from '../../src/store/store.ts';
import { aDirectory, openAt } from './directory.ts';
import { aCatch, anItem, decide } from './making.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const outside = { now: () => new Date('2026-11-20T14:05:00Z'), log: silent };
const angry = anItem({ nativeId: 'angry' });

describe('opening a store', () => {
  it('makes its directories for the owner only, and its files too', async () => {
    const directory = join(await aDirectory(), 'new', 'store');
    const store = await openStore(directory, outside);
    await store.merge([aCatch([angry])]);
    await store.record([decide('refer', angry.mention.id)]);
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      const { mode } = await stat(join(entry.parentPath, entry.name));
      expect([entry.name, (mode & 0o777).toString(8)]).toEqual([
        entry.name,
        entry.isDirectory() ? '700' : '600',
      ]);
    }
    expect(entries.filter(entry => entry.isFile()).length).toBeGreaterThan(3);
  });

  it('writes to disk whatever NODE_ENV says', async () => {
    vi.stubEnv('NODE_ENV', 'test');
    const directory = await aDirectory();
    await (await openAt(directory)).merge([aCatch([angry])]);
    expect(await (await openAt(directory)).rows()).toHaveLength(1);
  });

  it('takes no lock to be read, so that it can be on a full or read-only disk', async () => {
    const directory = await aDirectory();
    const before = await openAt(directory);
    await before.merge([aCatch([angry])]);
    await before.record([decide('refer', angry.mention.id)]);
    const elsewhere = thisProcess('somebody who never ends', new Date());
    for (const name of ['mentions', 'acts']) take(join(directory, 'locks', name), elsewhere);
    const [row] = await (await openAt(directory)).rows();
    expect(row).toMatchObject({ id: angry.mention.id, bucket: 'refer' });
  });

  it.each(['postgres://user:secret@host/db', 'https://example.org/store'])(
    'refuses %s without repeating its secrets',
    async place => {
      const refused = openStore(place, outside);
      await expect(refused).rejects.toThrow(StoreError);
      await expect(refused).rejects.toThrow('is not supported; give --store a directory');
      await expect(refused).rejects.not.toThrow('secret');
    },
  );

  it('refuses a file, and a place below a file', async () => {
    const file = join(await aDirectory(), 'file');
    await writeFile(file, '');
    await expect(openStore(file, outside)).rejects.toThrow(`${file} is not a directory`);
    await expect(openStore(join(file, 'store'), outside)).rejects.toThrow('is not a directory');
  });

  it.each([
    ['ENOSPC', 'The disk is full'],
    ['EACCES', 'You may not write'],
    ['EROFS', 'read-only disk'],
    ['EIO', 'reported a fault'],
  ])('says of %s: %s', (code, words) => {
    expect(reason(code, '/store')).toContain(words);
  });
});

describe('the format of a store', () => {
  const withManifest = async (manifest: object) => {
    const directory = await aDirectory();
    await openAt(directory);
    for (const name of ['manifest.json', 'backup/manifest.json'])
      await writeFile(join(directory, name), JSON.stringify(manifest));
    return directory;
  };

  it('is brought up to date when it is older', async () => {
    const directory = await withManifest({ generation: 1, nextSegment: 1, segments: [] });
    const store = await openAt(directory);
    await store.merge([aCatch(Array.from({ length: 9 }, (_, n) => anItem({ nativeId: `${n}` })))]);
    expect(store.damage).toEqual([]);
    expect(await readFile(join(directory, 'manifest.json'), 'utf8')).toMatch(/^\{"schema":2,/);
    expect(await (await openAt(directory)).rows()).toHaveLength(9);
  });

  it('is refused, untouched, when it is newer', async () => {
    const directory = await withManifest({ schema: 99 });
    await expect(openAt(directory)).rejects.toThrow(
      'This store was written by a newer listen (format 99, this one reads up to 2); update listen.',
    );
    expect(await readFile(join(directory, 'manifest.json'), 'utf8')).toBe('{"schema":99}');
  });

  it('is never taken for an empty store when all manifests are gone', async () => {
    const directory = await aDirectory();
    const store = await openAt(directory);
    await store.merge([aCatch(Array.from({ length: 9 }, (_, n) => anItem({ nativeId: `${n}` })))]);
    const bare = await aDirectory();
    await mkdir(bare, { recursive: true });
    await cp(join(directory, 'segments'), join(bare, 'segments'), { recursive: true });
    await expect(openAt(bare)).rejects.toThrow('its copy are gone');
  });
});

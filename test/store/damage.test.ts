import { cp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { aDirectory, aLastingDirectory, openAt, storeAt } from './directory.ts';
import { aCatch, anAct, anItem, decide } from './making.ts';

let whole: string;
let before: Awaited<ReturnType<typeof allOf>>;

/** Everything that a store holds. */
const allOf = async (store: Store) => {
  const rows = await store.rows();
  return {
    rows,
    mentions: await store.mentions(rows.map(row => row.id)),
    acts: await store.acts(),
    states: await store.sourceStates(),
  };
};

/** Segments, a log of merges, a journal with standings, and a copy of each: every kind of file. */
beforeAll(async () => {
  whole = await aLastingDirectory();
  const store = await storeAt(whole);
  const items = Array.from({ length: 8 }, (_, number) =>
    anItem({ nativeId: `${number}`, text: `Comment ${number}: äöü “rude” 🩺` }),
  );
  await store.merge([aCatch(items)]);
  const ids = items.map(item => item.mention.id);
  await store.record(ids.map(id => decide('refer', id)));
  await store.record(ids.slice(1).map(id => decide('ignore', id)));
  await store.record([anAct({ kind: 'note', mentions: ids.slice(0, 3), text: 'called' })]);
  await store.merge([aCatch([anItem({ nativeId: 'late' }, 'town')], 'town')]);
  await store.close();
  const reopened = await storeAt(whole);
  before = await allOf(reopened);
  await reopened.close();
});

const files = [
  'manifest.json',
  'acts.jsonl',
  'merges-2.jsonl',
  'standings.json',
  'segments/000001.mentions.jsonl',
  'segments/000001.rows.json',
  'segments/000001.keys.json',
];
const copies = [
  'backup/manifest.json',
  'backup/acts.jsonl',
  'backup/merges-2.jsonl',
  'backup/segments/000001.mentions.jsonl',
];

const harm = {
  'cut short': async (path: string) =>
    truncate(path, Math.floor((await readFile(path)).length / 2)),
  empty: (path: string) => truncate(path, 0),
  garbage: async (path: string) => {
    const length = (await readFile(path)).length;
    await writeFile(path, Buffer.from(Array.from({ length }, (_, at) => (at * 31) % 251)));
  },
  missing: (path: string) => rm(path),
  'changed by one byte': async (path: string) => {
    const bytes = await readFile(path);
    const middle = Math.floor(bytes.length / 3);
    bytes[middle] = (bytes[middle] ?? 0) ^ 4;
    await writeFile(path, bytes);
  },
};
type Harm = keyof typeof harm;
const harms = Object.keys(harm) as readonly Harm[];

const harmed = async (file: string, how: Harm) => {
  const directory = await aDirectory();
  await cp(whole, directory, { recursive: true });
  await harm[how](join(directory, file));
  return directory;
};

describe('a damaged store', () => {
  it('has every kind of file to begin with', async () => {
    const names = await readdir(whole, { recursive: true, withFileTypes: true });
    const kept = names
      .filter(entry => entry.isFile() && !entry.name.startsWith('merges-1.'))
      .map(entry => join(entry.parentPath, entry.name));
    expect(kept.toSorted()).toEqual(
      [...files, ...copies].map(name => join(whole, name)).toSorted(),
    );
  });

  it.each(files.flatMap(file => harms.map(how => [file, how] as const)))(
    'is whole again when %s is %s',
    async (file, how) => {
      const directory = await harmed(file, how);
      const store = await openAt(directory);
      expect(await allOf(store)).toEqual(before);
      const damage = await store.verify();
      if (how !== 'missing') expect(damage.map(({ what }) => what).join()).toContain(name(file));
      await store.close();
      const again = await openAt(directory);
      expect(await again.verify()).toEqual([]);
    },
  );

  it.each(copies.flatMap(file => harms.map(how => [file, how] as const)))(
    'mends the copy when %s is %s',
    async (file, how) => {
      const directory = await harmed(file, how);
      const store = await openAt(directory);
      await store.verify();
      expect(await allOf(store)).toEqual(before);
      expect(await readFile(join(directory, file))).toEqual(await readFile(join(whole, file)));
    },
  );

  it('says in which line of the journal a byte was changed, whichever byte it is', async () => {
    const path = 'acts.jsonl';
    const good = await readFile(join(whole, path));
    const rounds = Number(process.env['BYTES'] ?? 12);
    for (let round = 0; round < rounds; round++) {
      const at = Math.floor(((round + 0.5) / rounds) * good.length);
      const directory = await harmed(path, 'missing');
      const bytes = Buffer.from(good);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await writeFile(join(directory, path), bytes);
      const store = await openAt(directory);
      await store.verify();
      const line = good.subarray(0, at).toString('latin1').split('\n').length;
      const told = store.damage.map(({ what }) => what).join(' ');
      expect(told, `byte ${at}`).toMatch(
        new RegExp(`^acts.jsonl was damaged, at lines? ${line}\\b`),
      );
      await store.close();
    }
  });

  it('keeps the damaged file for a person to look at', async () => {
    const directory = await harmed('acts.jsonl', 'garbage');
    const store = await openAt(directory);
    expect(store.damage[0]?.remedy).toMatch(/^It was restored .* kept as damaged\//);
    expect(await readdir(join(directory, 'damaged'))).toHaveLength(1);
  });

  it('says which line of the journal was changed', async () => {
    const directory = await harmed('standings.json', 'missing');
    const path = join(directory, 'acts.jsonl');
    const lines = (await readFile(path, 'utf8')).split('\n');
    lines[15] = lines[15]?.replace('called', 'nailed') ?? '';
    await writeFile(path, lines.join('\n'));
    const store = await openAt(directory);
    expect(await store.verify()).toMatchObject([{ what: 'acts.jsonl was damaged, at line 16.' }]);
  });

  it('never passes over a change that was made in the copy too', async () => {
    const directory = await harmed('standings.json', 'missing');
    for (const name of ['acts.jsonl', 'backup/acts.jsonl']) {
      const path = join(directory, name);
      await writeFile(path, (await readFile(path, 'utf8')).replace('"called"', '"nailed"'));
    }
    const store = await openAt(directory);
    expect((await store.verify())[0]?.what).toBe(
      'acts.jsonl and its copy are both damaged, at line 16.',
    );
    expect(await store.acts()).toEqual(before.acts.slice(0, 15));
    await store.record([anAct({ kind: 'undo', act: before.acts[0]?.id ?? '' })]);
    const again = await openAt(directory);
    expect(await again.verify()).toMatchObject([{ what: 'acts.jsonl has a gap at line 16.' }]);
    expect(await again.acts()).toHaveLength(16);
  });

  it('loses a torn last line of the journal, which nobody was told of, and says so', async () => {
    const directory = await harmed('standings.json', 'missing');
    const path = join(directory, 'acts.jsonl');
    await writeFile(path, '{"seq":17,"last":10', { flag: 'a' });
    const store = await openAt(directory);
    expect(store.damage.map(({ what }) => what).join()).toContain('cut short');
    expect(await store.acts()).toEqual(before.acts);
    await store.record([decide('reply', before.rows[0]?.id ?? before.rows[1]!.id)]);
    expect(await store.seq()).toBe(before.acts.length + 1);
  });
});

const name = (file: string) => file.split('/').at(-1) ?? file;

import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MentionId } from '../../src/core/mention.ts';
import type { Act } from '../../src/core/triage.ts';
import { tombstone } from '../../src/store/tombstone.ts';
import { aDirectory, openAt } from './directory.ts';
import { aCatch, anAct, anItem } from './making.ts';

const items = ['a', 'b', 'c'].map(nativeId => anItem({ nativeId }));
const [a, b, c] = items.map(item => item.mention.id);
const journals = ['acts.jsonl', 'backup/acts.jsonl'];

const noted = (mentions: readonly MentionId[], text: string) =>
  anAct({ kind: 'note', mentions, text });

const aStore = async () => {
  const directory = await aDirectory();
  const store = await openAt(directory);
  await store.merge([aCatch(items)]);
  await store.record([noted([a!], 'secret one')]);
  await store.record([noted([b!], 'open “two”'), noted([a!, c!], 'secret three')]);
  return { directory, store };
};

const allText = async (directory: string) => {
  const files = await readdir(directory, { recursive: true, withFileTypes: true });
  const texts = files
    .filter(entry => entry.isFile())
    .map(entry => readFile(join(entry.parentPath, entry.name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
};

const edit = async (path: string, change: (text: string) => string) => {
  const before = await readFile(path, 'utf8');
  expect(change(before)).not.toBe(before);
  await writeFile(path, change(before));
};

describe('what people wrote about a purged mention', () => {
  it('is in no file any more, nor a way to guess it, and the journal still proves itself', async () => {
    const { directory, store } = await aStore();
    const before = (await readFile(join(directory, 'acts.jsonl'))).length;
    await store.purge([a!], 'ana', 'asked to be forgotten');
    await store.close();
    expect(await allText(directory)).not.toContain('secret');
    const journal = await readFile(join(directory, 'acts.jsonl'), 'utf8');
    expect(journal.match(/"salt"/g)).toHaveLength(1);
    expect(journal.match(/"text":"sha256:[0-9a-f]{64}"/g)).toHaveLength(3);
    expect(Buffer.from(journal).subarray(0, before).toString()).toContain('open “two”');
    const again = await openAt(directory);
    expect(await again.verify()).toEqual([]);
    expect((await again.mentions([b!]))[0]?.triage.notes).toMatchObject([{ text: 'open “two”' }]);
    await again.record([noted([b!], 'goes on')]);
    expect(await again.verify()).toEqual([]);
  });

  it('is erased by the next process when the one that purged ended first', async () => {
    const { directory, store } = await aStore();
    const stone = tombstone([items[0]!], 'ana', 'too old', new Date('2026-11-20T14:05:00Z'));
    await store.record([stone]);
    const killed = await aDirectory();
    await cp(directory, killed, { recursive: true });
    const next = await openAt(killed);
    expect(JSON.stringify(await next.acts())).not.toContain('secret');
    await next.close();
    for (const name of journals)
      expect(await readFile(join(killed, name), 'utf8')).not.toContain('secret');
    expect(await (await openAt(killed)).verify()).toEqual([]);
  });

  it('is erased under the hands of a process that has the store open, which goes on', async () => {
    const { directory, store } = await aStore();
    const other = await openAt(directory);
    await other.acts();
    await store.purge([a!], 'ana', 'too old');
    expect(JSON.stringify(await other.acts())).not.toContain('secret');
    await other.record([noted([b!], 'and on')]);
    expect((await store.acts()).at(-1)).toMatchObject({ text: 'and on', seq: 5 });
    await other.close();
    expect([await store.verify(), other.damage]).toEqual([[], []]);
  });
});

describe('words in the journal', () => {
  it.each([
    ['changed', 'secret one', 'public one'],
    ['made shorter', 'secret one', 'secret'],
    ['salted otherwise', /"salt":"..../, '"salt":"AAAA'],
  ])('cannot be %s unnoticed', async (_, from, to) => {
    const { directory, store } = await aStore();
    await store.close();
    await edit(join(directory, 'acts.jsonl'), text => text.replace(from, to));
    const again = await openAt(directory);
    await again.verify();
    expect(again.damage).toMatchObject([
      { what: expect.stringMatching(/^acts\.jsonl was damaged, at line 1\b/) },
    ]);
    expect((await again.acts())[0]).toMatchObject({ text: 'secret one' });
  });

  it('cannot be blanked unnoticed when nothing was purged, and come back from the copy', async () => {
    const { directory, store } = await aStore();
    await store.close();
    const blank = (text: string) =>
      text.replace(/,"beside":[^}]*secret one[^}]*\}/, found => ' '.repeat(found.length));
    await edit(join(directory, 'acts.jsonl'), blank);
    const again = await openAt(directory);
    expect(await again.verify()).toMatchObject([
      {
        what: expect.stringContaining('words of act 1 are missing'),
        remedy: 'They were restored from the last good copy.',
      },
    ]);
    expect((await again.acts())[0]).toMatchObject({ text: 'secret one' });
    for (const name of journals) await edit(join(directory, name), blank);
    const third = await openAt(directory);
    expect((await third.verify())[0]?.remedy).toBe('They could not be restored.');
  });
});

describe('a journal of format 1', () => {
  /** As it was written then: the hash over the whole act. */
  const old = (acts: readonly Act[]) => {
    let prev = '0'.repeat(64);
    return acts
      .map((act, index) => {
        const place = `"seq":${index + 1},"last":${index + 1},"prev":"${prev}"`;
        const body = `{${place},"act":${JSON.stringify(act)}`;
        prev = createHash('sha256').update(body).digest('hex');
        return `${body},"hash":"${prev}"}\n`;
      })
      .join('');
  };
  const acts = [noted([a!], 'secret one'), anAct({ kind: 'reopen', mentions: [b!] })];
  const wide = { kind: 'of-tomorrow', id: 'x', at: '', by: 'ana' } as unknown as Act;

  const anOldStore = async (file: string, copy: string) => {
    const directory = await aDirectory();
    const store = await openAt(directory);
    await store.merge([aCatch(items)]);
    await store.close();
    await mkdir(join(directory, 'backup'), { recursive: true });
    for (const [name, text] of [
      [journals[0]!, file],
      [journals[1]!, copy],
    ] as const)
      await writeFile(join(directory, name), text);
    return directory;
  };

  it('is rewritten when it is opened, so that its words can be erased', async () => {
    const whole = old([...acts, wide]);
    const directory = await anOldStore(whole, whole);
    const store = await openAt(directory);
    expect(await store.acts()).toEqual(acts.map((act, index) => ({ ...act, seq: index + 1 })));
    expect((await store.verify()).map(({ what }) => what)).toEqual([
      expect.stringContaining('Act 3 in the journal is of a kind'),
    ]);
    await store.purge([a!], 'ana', 'too old');
    await store.close();
    expect(await allText(directory)).not.toContain('secret');
  });

  it('is mended first when it is damaged, and finished when the program ended in between', async () => {
    const whole = old(acts);
    const damaged = await anOldStore(whole.replace('secret', 'public'), whole);
    const store = await openAt(damaged);
    expect((await store.acts())[0]).toMatchObject({ text: 'secret one' });
    expect(store.damage).toMatchObject([{ what: 'acts.jsonl was damaged, at line 1.' }]);
    await store.close();
    await writeFile(join(damaged, journals[1]!), whole);
    const again = await openAt(damaged);
    expect(await again.verify()).toEqual([]);
    expect(await again.acts()).toHaveLength(2);
  });
});

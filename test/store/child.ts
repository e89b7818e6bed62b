// A process of its own for the tests: works on a store as told by its arguments and says on stdout what is durable.
import { writeSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { silent } from '../../src/log.ts';
import { exclusively } from '../../src/store/lock.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { aCatch, anItem } from './making.ts';

const [task = '', path = '', name = '', count = '0'] = process.argv.slice(2);
const now = () => new Date();
const say = (words: string) => writeSync(1, `${words}\n`);
const rounds = Number(count);
const open = () =>
  openLowdbStore(path, { now, log: silent }, { segment: 60, log: 1_000_000, acts: 50 });

const tasks: Record<string, () => Promise<void>> = {
  /** Decides one mention after the other, for as long as it may. */
  decide: async () => {
    const store = await open();
    const rows = await store.rows();
    for (let round = 0; round < rounds; round++) {
      const mention = rows[(round * 7) % rows.length]?.id;
      const id = `${name}-${round}`;
      const act = { id, at: now().toISOString(), by: name, mentions: mention ? [mention] : [] };
      await store.record([{ ...act, kind: 'decide', bucket: 'refer' }]);
      say(`act ${id}`);
    }
    await store.close();
  },
  /** Merges new and edited mentions, some at a time. */
  scan: async () => {
    const store = await open();
    for (let round = 0; round < rounds; round++) {
      const items = Array.from({ length: 20 }, (_, number) =>
        anItem({ nativeId: `${name}-${round}-${number}` }, name),
      );
      const edited = anItem({ nativeId: `${name}-0-0`, text: `Edit ${round}` }, name);
      await store.merge([aCatch([...items, edited], name)]);
      for (const { mention } of items) say(`mention ${mention.id}`);
    }
    await store.close();
  },
  /** Writes about one mention after the other, and erases it. */
  erase: async () => {
    const store = await open();
    const rows = await store.rows();
    for (const { id: mention } of rows.slice(0, rounds)) {
      const act = { at: now().toISOString(), by: name, mentions: [mention] };
      await store.record([
        { ...act, id: `${name}-${mention}`, kind: 'note', text: `on ${mention}` },
      ]);
      await store.purge([mention], name, 'asked to be forgotten');
      say(`gone ${mention}`);
    }
    await store.close();
  },
  /** Scans and decides in turn. */
  work: async () => {
    await Promise.all([tasks['scan']?.(), tasks['decide']?.()]);
  },
  /** Adds one to a number in a file, reading and writing it apart, so that only a lock keeps the sum right. */
  count: async () => {
    const alone = exclusively(`${path}.lock`, now);
    for (let round = 0; round < rounds; round++)
      await alone(async () => {
        const number = Number(await readFile(path, 'utf8'));
        await writeFile(path, String(number + 1));
      });
  },
  /** Takes a lease and keeps it until it is killed. */
  hold: async () => {
    const store = await open();
    const lease = await store.lease('scan', name);
    say(lease.kind);
    setInterval(() => undefined, 1000);
  },
};

await tasks[task]?.();
say('done');

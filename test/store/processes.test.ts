import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { waitFor } from '../../src/store/lock.ts';
import { thisProcess } from '../../src/store/process-identity.ts';
import type { Store } from '../../src/store/store.ts';
import { aDirectory, aLastingDirectory, openAt } from './directory.ts';
import { aCatch, anItem } from './making.ts';
import { childrenIn } from './processes.ts';
import type { Child } from './processes.ts';

let child: (...task: readonly string[]) => Child;

beforeAll(async () => {
  child = await childrenIn(await aLastingDirectory());
});

const aStoreOf = async (count: number) => {
  const directory = await aDirectory();
  const store = await openAt(directory);
  await store.merge([
    aCatch(Array.from({ length: count }, (_, number) => anItem({ nativeId: `${number}` }))),
  ]);
  return { directory, store };
};

/** What children said was durable, and the store does not hold. */
const lost = async (store: Store, children: readonly Child[]) => {
  const held = new Set([
    ...(await store.rows()).map(row => `mention ${row.id}`),
    ...(await store.acts()).map(act => `act ${act.id}`),
  ]);
  const said = children.flatMap(one => one.said).filter(words => words !== 'done');
  return { said: said.length, lost: said.filter(words => !held.has(words)) };
};

const rounds = Number(process.env['LISTEN_KILL_ROUNDS'] ?? 3);

describe('several processes on one store', () => {
  it(
    `lose nothing that was confirmed when they are killed, ${rounds} times`,
    { timeout: rounds * 5000 },
    async () => {
      let { directory } = await aStoreOf(30);
      let children: Child[] = [];
      let confirmed = 0;
      for (let round = 0; round < rounds; round++) {
        if (round % 20 === 19) [{ directory }, children] = [await aStoreOf(30), []];
        const worker = child('work', directory, `round-${round}`, '200');
        children.push(worker);
        await worker.hasSaid(1);
        // Not a wait for anything: the instant of death is what the test is about.
        await pause((round * 37) % 191);
        worker.kill();
        await worker.ended;
        const store = await openAt(directory);
        const outcome = await lost(store, children);
        expect(outcome.lost).toEqual([]);
        confirmed += outcome.said;
        const damage = (await store.verify()).map(({ what }) => what);
        expect(damage.filter(what => !what.includes('cut short'))).toEqual([]);
        await store.close();
      }
      expect(confirmed).toBeGreaterThan(rounds);
    },
  );

  it(
    `leave nothing of what they erased when they are killed, ${rounds} times`,
    { timeout: rounds * 5000 },
    async () => {
      for (let round = 0; round < rounds; round++) {
        const { directory, store } = await aStoreOf(30);
        await store.close();
        const eraser = child('erase', directory, 'ana', '30');
        await eraser.hasSaid(1);
        // Not a wait for anything: the instant of death is what the test is about.
        await pause((round * 37) % 191);
        eraser.kill();
        await eraser.ended;
        const next = await openAt(directory);
        const notes = (await next.acts()).flatMap(act => (act.kind === 'note' ? [act.text] : []));
        const purged = (await next.acts()).filter(act => act.kind === 'purge').length;
        expect(notes.filter(text => text === '')).toHaveLength(purged);
        const damage = (await next.verify()).map(({ what }) => what);
        expect(damage.filter(what => !what.includes('cut short'))).toEqual([]);
        await next.close();
        for (const name of ['acts.jsonl', 'backup/acts.jsonl']) {
          const journal = await readFile(join(directory, name), 'utf8');
          expect(journal.match(/"words":/g) ?? []).toHaveLength(notes.length - purged);
        }
      }
    },
  );

  it("lose no update of two people and a scan at once, and see each other's", async () => {
    const { directory, store } = await aStoreOf(30);
    await store.rows();
    const noticed = new Set<string>();
    store.watch(rows => {
      for (const row of rows) noticed.add(row.id);
    });
    const children = [
      child('decide', directory, 'ana', '40'),
      child('decide', directory, 'ben', '40'),
      child('scan', directory, 'night', '8'),
    ];
    await Promise.all(children.map(one => one.ended));
    expect(await lost(store, children)).toEqual({ said: 240, lost: [] });
    expect((await store.acts()).map(act => act.seq)).toEqual(
      Array.from({ length: 80 }, (_, index) => index + 1),
    );
    expect(await store.verify()).toEqual([]);
    const touched = (await store.acts()).flatMap(act => ('mentions' in act ? act.mentions : []));
    await vi.waitFor(() => expect(touched.filter(id => !noticed.has(id))).toEqual([]), 5000);
    expect(noticed.size).toBeGreaterThanOrEqual(160);
  });

  it('agree who holds a lock that a killed process left', async () => {
    const path = join(await aDirectory(), 'number');
    await writeFile(path, '0');
    const dead = { ...thisProcess('dead', new Date()), pid: 2 ** 22 + 1 };
    await waitFor(`${path}.lock`, dead, 0);
    const counters = ['1', '2', '3', '4'].map(name => child('count', path, name, '15'));
    await Promise.all(counters.map(one => one.ended));
    expect(await readFile(path, 'utf8')).toBe('60');
  });

  it('take over the lease of a killed process, and not of a living one', async () => {
    const { directory, store } = await aStoreOf(1);
    const holder = child('hold', directory, 'ana');
    await holder.hasSaid(1);
    expect(await store.lease('scan', 'ben')).toMatchObject({
      kind: 'taken',
      by: expect.stringMatching(/^ana, process \d+$/),
      since: expect.stringMatching(/^20\d\d-/),
    });
    holder.kill();
    await holder.ended;
    expect(await store.lease('scan', 'ben')).toMatchObject({ kind: 'held' });
  });
});

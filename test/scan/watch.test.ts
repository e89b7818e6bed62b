import { expect, test } from 'vitest';
import type { Looked } from '../../src/sources/look.ts';
import { watch } from '../../src/scan/watch.ts';
import { aDesk, found } from './scanning.ts';

/** Watches for so many hours of the desk's own clock, in which nobody has to wait. */
const watchFor = async (hours: number, desk: ReturnType<typeof aDesk>) => {
  const stop = new AbortController();
  const { now } = desk.dependencies;
  const end = now().getTime() + hours * 3_600_000;
  const sleep = async (ms: number) => {
    desk.wait(ms / 60_000);
    if (now().getTime() >= end) stop.abort();
  };
  const lines: string[] = [];
  const events = watch({ ...desk.dependencies, sleep }, { signal: stop.signal, concurrency: 4 });
  for await (const event of events)
    if (event.type === 'source')
      lines.push(`${now().toISOString().slice(11, 16)} ${event.id} ${event.outcome}`);
    else if (event.type === 'missed') lines.push(event.why);
  return lines;
};

test('a source is looked at as often as it should be, and no more', async () => {
  const lines = await watchFor(2, aDesk({ wall: found('good') }));
  expect(lines).toEqual([
    '12:00 wall fresh',
    '12:27 wall fresh',
    '12:54 wall fresh',
    '13:21 wall fresh',
    '13:48 wall fresh',
  ]);
});

test('a night without a network is over as soon as it is back', async () => {
  let isOnline = true;
  const offline: Looked = { kind: 'failed', why: 'is this machine online?', isOffline: true };
  const desk = aDesk({ wall: () => (isOnline ? found('good') : offline) });
  await watchFor(1, desk);
  isOnline = false;
  await watchFor(10, desk);
  isOnline = true;
  const [first = ''] = await watchFor(1, desk);
  expect(first).toMatch(/^23:0[0-2] wall fresh$/);
});

test('a source that is down is asked ever more seldom', async () => {
  const desk = aDesk({ wall: { kind: 'failed', why: 'no answer' } });
  expect((await watchFor(48, desk)).length).toBeLessThan(12);
});

test('a scan by somebody else is waited for', async () => {
  const desk = aDesk({ wall: found('good') });
  const lease = await desk.dependencies.store.lease('scan', 'ben');
  const lines = watchFor(0.1, desk);
  if (lease.kind === 'held') await lease.release();
  expect((await lines).at(-1)).toMatch(/wall fresh$/);
});

test('a store in trouble is told, and tried again', async () => {
  const desk = aDesk({ wall: found('good') });
  const { store } = desk.dependencies;
  let troubles = 2;
  const merge: typeof store.merge = catches =>
    troubles-- > 0
      ? Promise.reject(Object.assign(new Error('The disk is full.'), { name: 'StoreError' }))
      : store.merge(catches);
  const dependencies = { ...desk.dependencies, store: { ...store, merge } };
  const lines = await watchFor(0.2, { ...desk, dependencies });
  expect(lines).toEqual([
    'The disk is full.',
    'The disk is full.',
    expect.stringContaining('fresh'),
  ]);
});

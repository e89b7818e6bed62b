import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { deadline } from '../../src/sources/deadline.ts';

const busyFor = (ms: number): void => {
  const from = performance.now();
  while (performance.now() - from < ms);
};

test('time in which we were too busy to listen is not held against the server', async () => {
  const limit = deadline(new AbortController().signal, 150);
  busyFor(300);
  await turn();
  await turn();
  expect(limit.hasPassed()).toBe(false);
  expect(limit.spentMs()).toBeLessThan(150);
  await once(limit.signal, 'abort');
  expect(limit.hasPassed()).toBe(true);
  expect(limit.spentMs()).toBe(150);
});

test('what ends from outside has not passed', () => {
  const outer = new AbortController();
  const limit = deadline(outer.signal, 60_000);
  outer.abort();
  limit.clear();
  expect(limit.signal.aborted).toBe(true);
  expect(limit.hasPassed()).toBe(false);
});

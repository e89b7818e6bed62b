import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { underPressure } from '../../src/scan/back-pressure.ts';

test('nothing more is read while too much waits for the disk, and reading goes on afterwards', async () => {
  const { room, take } = underPressure(10);
  await room();
  const settle = take(10);
  let reading = 0;
  const readers = [room(), room()].map(entered => entered.then(() => reading++));
  await turn();
  await turn();
  expect(reading).toBe(0);
  settle();
  await Promise.all(readers);
  expect(reading).toBe(2);
});

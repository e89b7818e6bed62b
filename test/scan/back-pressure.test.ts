import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { underPressure } from '../../src/scan/back-pressure.ts';
import { aVerdict } from '../making.ts';

const items = (count: number) => Array.from({ length: count }, (_, n) => ({ text: String(n) }));

test('nothing more is read while too much waits for the disk, and reading goes on afterwards', async () => {
  const { room, judge, settled } = underPressure(async asked => asked.map(() => aVerdict()), 10);
  await room();
  expect(await judge(items(10))).toHaveLength(10);
  let reading = 0;
  const readers = [room(), room()].map(entered => entered.then(() => reading++));
  await turn();
  await turn();
  expect(reading).toBe(0);
  settled(10);
  await Promise.all(readers);
  expect(reading).toBe(2);
});

test('a judge that fails makes room too', async () => {
  const { room, judge } = underPressure(() => Promise.reject(new Error('lost')), 1);
  await expect(judge(items(1))).rejects.toThrow('lost');
  await room();
});

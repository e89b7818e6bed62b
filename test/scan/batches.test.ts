import { expect, test } from 'vitest';
import { createBatches } from '../../src/scan/batches.ts';
import { createBreath } from '../../src/scan/breathe.ts';

test('what comes while a batch is written goes into the next, in order', async () => {
  const written: (readonly number[])[] = [];
  const batches = createBatches<number>(async values => {
    await new Promise(resolve => {
      setImmediate(resolve);
    });
    written.push(values);
  });
  await Promise.all([1, 2, 3, 4].map(value => batches.land(value, 600)));
  await batches.finish();
  expect(written).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test('a failure to write is told to whoever lands next, and in the end', async () => {
  const batches = createBatches<number>(() => Promise.reject(new Error('disk full')));
  await batches.land(1, 5000);
  await expect(batches.finish()).rejects.toThrow('disk full');
});

test('those who breathe go on in order, with a turn of the loop between two', async () => {
  const breathe = createBreath();
  const heard: string[] = [];
  setImmediate(() => setImmediate(() => heard.push('outside')));
  await Promise.all(
    ['first', 'second', 'third'].map(async name => {
      await breathe();
      heard.push(name);
    }),
  );
  expect(heard.filter(name => name !== 'outside')).toEqual(['first', 'second', 'third']);
  expect(heard.indexOf('outside')).toBeLessThan(heard.indexOf('third'));
});

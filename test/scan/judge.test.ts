import { expect, test } from 'vitest';
import { createJudge } from '../../src/scan/judge.ts';
import { aVerdict } from '../making.ts';

const items = (count: number) => Array.from({ length: count }, (_, n) => ({ text: String(n) }));
const here = async () => () => aVerdict({ version: 'here' });

test('a little is judged here, and from when there is much all beside us', async () => {
  let started = 0;
  const judge = createJudge(here, () => {
    started++;
    return {
      judge: async asked => asked.map(() => aVerdict({ version: 'beside' })),
      close: () => undefined,
    };
  });
  expect((await judge.judge(items(30)))[0]?.version).toBe('here');
  const [much, little] = await Promise.all([judge.judge(items(400)), judge.judge(items(1))]);
  expect(much.every(({ version }) => version === 'beside')).toBe(true);
  expect(little[0]?.version).toBe('beside');
  expect(started).toBe(1);
});

test('a helper that is lost is done without, and nothing goes unjudged', async () => {
  let asked = 0;
  const judge = createJudge(here, () => ({
    judge: async () => {
      asked++;
      throw new Error('out of memory');
    },
    close: () => undefined,
  }));
  expect(await judge.judge(items(500))).toHaveLength(500);
  expect(await judge.judge(items(500))).toHaveLength(500);
  expect(asked).toBe(1);
});

test('judging lets others have a turn', async () => {
  let turns = 0;
  let done = false;
  const count = () => {
    turns++;
    if (!done) setImmediate(count);
  };
  const judge = createJudge(here, () => undefined);
  setImmediate(count);
  expect(await judge.judge(items(200))).toHaveLength(200);
  done = true;
  expect(turns).toBeGreaterThan(5);
});

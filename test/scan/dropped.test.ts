import { expect, test } from 'vitest';
import type { Rule } from '../../src/core/rules.ts';
import { scan } from '../../src/scan/scan.ts';
import type { Looked } from '../../src/sources/look.ts';
import { aDesk, found, linesOf } from './scanning.ts';

const listening = (looks: readonly Looked[]) => {
  let turn = 0;
  const desk = aDesk({ wall: () => looks[Math.min(turn++, looks.length - 1)] ?? found() });
  const noAds: Rule = { when: 'advert', do: 'drop' };
  return {
    judged: desk.judged,
    round: async (...rules: readonly Rule[]) => {
      const dependencies = { ...desk.dependencies, rules: rules.length > 0 ? rules : [noAds] };
      const how = { signal: new AbortController().signal, concurrency: 1, force: true };
      return (await linesOf(scan(dependencies, how)))['wall'];
    },
  };
};

test('what a rule dropped is neither judged nor counted again, until its words change', async () => {
  const before = found('an advert', 'thanks');
  const { judged, round } = listening([before, before, found('an advert, bad', 'thanks')]);
  expect(await round()).toMatchObject({ added: 1, dropped: 1 });
  expect(await round()).not.toHaveProperty('dropped');
  expect(judged).toEqual(['an advert', 'thanks']);
  expect(await round()).toMatchObject({ added: 0, dropped: 1 });
  expect(judged).toEqual(['an advert', 'thanks', 'an advert, bad']);
});

test('other rules look at it anew, and so do rules that time may turn', async () => {
  const { judged, round } = listening([found('an advert')]);
  await round();
  expect(await round({ when: 'nothing', do: 'drop' })).toMatchObject({ added: 1 });
  expect(judged).toHaveLength(2);
  const timed = listening([found('an advert')]);
  const lately: Rule = { when: 'advert since:7d', do: 'drop' };
  await timed.round(lately);
  expect(await timed.round(lately)).toMatchObject({ dropped: 1 });
});

test('a look that found nothing new, or failed, forgets nothing', async () => {
  const failed: Looked = { kind: 'failed', why: 'no' };
  const looks = [found('an advert'), { kind: 'unchanged', notes: {} } as const, failed];
  const { judged, round } = listening([...looks, found('an advert')]);
  for (const _ of [...looks, 'again']) await round();
  expect(judged).toEqual(['an advert']);
});

test('whatever becomes of items, room is made for others: dropped, unchanged, or lost with the judge', async () => {
  const { dependencies } = aDesk({ wall: found('an advert', 'thanks'), news: found('bad') });
  let held = 0;
  const counting = {
    ...dependencies,
    rules: [{ when: 'advert', do: 'drop' }] satisfies readonly Rule[],
    take: (items: number) => {
      held += items;
      return () => {
        held -= items;
      };
    },
  };
  const how = { signal: new AbortController().signal, concurrency: 2, force: true };
  await linesOf(scan(counting, how));
  await linesOf(scan(counting, how));
  expect(held).toBe(0);
  const lost = { ...counting, judge: () => Promise.reject(new Error('lost')), rules: [] };
  await expect(linesOf(scan(lost, how))).rejects.toThrow('lost');
  expect(held).toBe(0);
});

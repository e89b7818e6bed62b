import { createBreath } from './breathe.ts';
import type { Judge } from './judge.ts';

/** Holds back those who read more while too much of what was read is not yet stored. */
export type BackPressure = {
  /** Resolves when there is room for more, for one caller a turn of the event loop. */
  readonly room: () => Promise<void>;
  readonly judge: Judge;
  /** To be told, also after a failure, when as many items as were judged need no more memory. */
  readonly settled: (items: number) => void;
};

/** Lets `most` items be judged or wait for the disk: whatever is read beyond that only takes memory. */
export const underPressure = (judge: Judge, most: number): BackPressure => {
  const breathe = createBreath();
  let waiting: (() => void)[] = [];
  let unsettled = 0;
  const isFull = () => unsettled >= most;
  const settled = (items: number) => {
    unsettled -= items;
    // All of them, since one that turns out to bring nothing would wake nobody.
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };
  return {
    room: async () => {
      await breathe();
      while (isFull()) {
        await new Promise<void>(resolve => {
          waiting.push(resolve);
        });
        await breathe();
      }
    },
    judge: async items => {
      unsettled += items.length;
      try {
        return await judge(items);
      } catch (error) {
        settled(items.length);
        throw error;
      }
    },
    settled,
  };
};

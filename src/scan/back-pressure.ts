import { createBreath } from './breathe.ts';

/** Holds back those who read more while too much of what was read is not yet stored. */
export type BackPressure = {
  /** Resolves when there is room for more, for one caller a turn of the event loop. */
  readonly room: () => Promise<void>;
  readonly take: Take;
};

/** To be told that so many items were read; what it gives is to be called once they need no more memory, also after a failure. */
export type Take = (items: number) => () => void;

/** Lets `most` items be judged or wait for the disk: whatever is read beyond that only takes memory. */
export const underPressure = (most: number): BackPressure => {
  const breathe = createBreath();
  let waiting: (() => void)[] = [];
  let taken = 0;
  const isFull = () => taken >= most;
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
    take: items => {
      taken += items;
      return () => {
        taken -= items;
        // All of them, since one that turns out to bring nothing would wake nobody.
        const woken = waiting;
        waiting = [];
        for (const wake of woken) wake();
      };
    },
  };
};

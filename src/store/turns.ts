/** Runs one thing at a time, in the order of asking. */
export type Turns = {
  readonly take: <T>(act: () => Promise<T>) => Promise<T>;
  readonly isFree: () => boolean;
};

export const turns = (): Turns => {
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    take: act => {
      waiting++;
      const turn = queue.then(act).finally(() => waiting--);
      queue = turn.catch(() => undefined);
      return turn;
    },
    isFree: () => waiting === 0,
  };
};

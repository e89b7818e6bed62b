/** Runs one thing at a time, in the order of asking. */
export type Turns = { readonly take: <T>(act: () => Promise<T>) => Promise<T> };

export const turns = (): Turns => {
  let queue: Promise<unknown> = Promise.resolve();
  return {
    take: act => {
      const turn = queue.then(act);
      queue = turn.catch(() => undefined);
      return turn;
    },
  };
};

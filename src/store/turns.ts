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

type Asked<A, R> = {
  readonly items: readonly A[];
  readonly resolve: (results: readonly R[]) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Does together what was asked for while the work before was under way: `act` gets the items of several askers, as far
 * as their sizes add up to `most`, and gives a result for each, in order. It fails for all of them or for none.
 */
export const together = <A, R>(
  act: (items: readonly A[]) => Promise<readonly R[]>,
  sizeOf: (item: A) => number,
  most: number,
): ((items: readonly A[]) => Promise<readonly R[]>) => {
  const waiting: Asked<A, R>[] = [];
  let busy = false;
  const nextBatch = (): readonly Asked<A, R>[] => {
    let size = 0;
    const sizes = waiting.map(
      ({ items }) => (size += items.reduce((sum, one) => sum + sizeOf(one), 0)),
    );
    return waiting.splice(0, Math.max(1, sizes.filter(sum => sum <= most).length));
  };
  const work = async (): Promise<void> => {
    busy = true;
    while (waiting.length > 0) {
      const batch = nextBatch();
      try {
        const results = await act(batch.flatMap(({ items }) => items));
        let at = 0;
        for (const { items, resolve } of batch) resolve(results.slice(at, (at += items.length)));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    busy = false;
  };
  return items =>
    new Promise((resolve, reject) => {
      waiting.push({ items, resolve, reject });
      if (!busy) void work();
    });
};

/** Gathers values and writes them together, one writing at a time; `land` resolves later when the writer lags. */
export type Batches<T> = {
  readonly land: (value: T, weight: number) => Promise<void>;
  /** Writes what is left, and resolves when all is written. */
  readonly finish: () => Promise<void>;
};

/** A writing costs a flush to disk, so few are better; but what waits takes memory, and a person watches. */
const heaviest = 1000;
const longestWaitMs = 700;

/** Once a writing failed, all that follows fails with the same words. */
export const createBatches = <T>(write: (values: readonly T[]) => Promise<void>): Batches<T> => {
  let gathered: T[] = [];
  let weight = 0;
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  let lag = 0;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const values = gathered;
    if (values.length === 0) return;
    gathered = [];
    weight = 0;
    lag++;
    last = last.then(() => write(values)).finally(() => lag--);
    // Whoever comes next hears of a failure; a timer alone must not be the one to crash.
    last.catch(() => undefined);
  };

  return {
    land: async (value, own) => {
      gathered.push(value);
      weight += own;
      if (weight >= heaviest) flush();
      else timer ??= setTimeout(flush, longestWaitMs);
      if (lag > 1) await last;
    },
    finish: async () => {
      flush();
      await last;
    },
  };
};

/** Gathers values and writes them together, one writing at a time; `land` resolves later only when the writer lags. */
export type Batches<T> = {
  readonly land: (value: T, weight: number) => Promise<void>;
  /** Writes what is left, and resolves when all is written. */
  readonly finish: () => Promise<void>;
};

/** A writing costs a flush to disk, so few are better; but a person watches, so none may wait long. */
const heaviest = 5000;
const longestWaitMs = 700;

export const createBatches = <T>(write: (values: readonly T[]) => Promise<void>): Batches<T> => {
  let gathered: T[] = [];
  let weight = 0;
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const values = gathered;
    gathered = [];
    weight = 0;
    if (values.length > 0) writing = writing.then(() => write(values));
    // Whoever awaits `writing` hears of a failure; the timer does not, and must not be the one to crash.
    writing.catch(() => undefined);
    return writing;
  };

  return {
    land: async (value, own) => {
      gathered.push(value);
      weight += own;
      if (weight >= heaviest) await flush();
      else timer ??= setTimeout(() => void flush(), longestWaitMs);
    },
    finish: flush,
  };
};

/** Runs `work` on each item, at most `size` at a time, in order of start; once stopped, or when one fails, no more begin. */
export const inPool = async <T>(
  items: readonly T[],
  size: number,
  stop: AbortController,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) {
      if (stop.signal.aborted) return;
      await work(item);
    }
  };
  const workers = Array.from({ length: Math.min(size, items.length) }, worker);
  try {
    await Promise.all(workers);
  } catch (error) {
    stop.abort();
    await Promise.allSettled(workers);
    throw error;
  }
};

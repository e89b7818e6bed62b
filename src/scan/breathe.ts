/**
 * Lets callers go on one at a time, with a turn of the event loop between two: parsing and judging take the processor
 * whole, and timers, files and keys must not wait until forty answers that came together are through.
 */
export const createBreath = (): (() => Promise<void>) => {
  const waiting: (() => void)[] = [];
  const next = () => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  return () =>
    new Promise(resolve => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(next);
    });
};

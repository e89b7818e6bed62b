/** Lets through at once what comes after a rest, and gathers what comes faster than so many milliseconds into one. */
export const paced = (everyMs: number): ((tell: () => void) => void) => {
  let last = -Infinity;
  return tell => {
    const wait = last + everyMs - performance.now();
    const go = () => {
      last = performance.now();
      tell();
    };
    if (wait <= 0) queueMicrotask(go);
    else setTimeout(go, wait);
  };
};

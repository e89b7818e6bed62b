/** A signal that aborts when the outer one does, or after `ms`; `clear` when done, so that nothing is left behind. */
export type Deadline = {
  readonly signal: AbortSignal;
  readonly hasPassed: () => boolean;
  /** Milliseconds that count so far. */
  readonly spentMs: () => number;
  readonly clear: () => void;
};

/** Longest stretch that is waited for in one go: what our own work adds to it does not count. */
const beatMs = 100;

/**
 * Counts only time in which we could listen: while we judge a thousand items, an answer may lie there unread, and that is
 * not the server's fault. Written out because `AbortSignal.any` holds on to long-lived signals in Node 20, and a watch
 * runs for days.
 */
export const deadline = (outer: AbortSignal, ms: number): Deadline => {
  const controller = new AbortController();
  let passed = false;
  let spent = 0;
  let beatBegan = 0;
  let timer: NodeJS.Timeout;
  const stop = () => controller.abort();
  const wait = () => {
    const beat = Math.min(beatMs, ms - spent);
    beatBegan = performance.now();
    timer = setTimeout(() => {
      spent += beat;
      if (spent < ms) return wait();
      passed = true;
      stop();
    }, beat);
  };
  wait();
  if (outer.aborted) stop();
  outer.addEventListener('abort', stop, { once: true });
  return {
    signal: controller.signal,
    hasPassed: () => passed,
    spentMs: () => (passed ? ms : spent + Math.min(performance.now() - beatBegan, beatMs)),
    clear: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', stop);
    },
  };
};

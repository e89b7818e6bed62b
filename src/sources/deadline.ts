/** A signal that aborts when the outer one does, or after `ms`; `clear` when done, so that nothing is left behind. */
export type Deadline = {
  readonly signal: AbortSignal;
  readonly hasPassed: () => boolean;
  readonly clear: () => void;
};

/** Written out because `AbortSignal.any` holds on to long-lived signals in Node 20, and a watch runs for days. */
export const deadline = (outer: AbortSignal, ms: number): Deadline => {
  const controller = new AbortController();
  let passed = false;
  const stop = () => controller.abort();
  const timer = setTimeout(() => {
    passed = true;
    stop();
  }, ms);
  if (outer.aborted) stop();
  outer.addEventListener('abort', stop, { once: true });
  return {
    signal: controller.signal,
    hasPassed: () => passed,
    clear: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', stop);
    },
  };
};

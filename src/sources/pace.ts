import { setTimeout as sleep } from 'node:timers/promises';

/** A turn at a host; call when done with it, and say for how long the host wants to be left alone, if it does. */
export type Turn = (holdMs?: number) => void;

export type Turned =
  | { readonly kind: 'turn'; readonly done: Turn }
  /** The host asked to be left alone for this long. */
  | { readonly kind: 'held'; readonly forMs: number };

/** Hands out one turn at a time per host, with a pause between two. */
export type Pace = (host: string, signal: AbortSignal) => Promise<Turned>;

/** Reddit grants about a request a minute: that long a scan may wait, in milliseconds. */
const longestHold = 65_000;

/** A pace with `pauseMs` between the end of one turn at a host and the next; clock in milliseconds. */
export const createPace = (pauseMs: number, clock: () => number): Pace => {
  const hosts = new Map<string, { last: Promise<void>; freeAt: number; heldUntil: number }>();
  return async (host, signal) => {
    const line = hosts.get(host) ?? { last: Promise.resolve(), freeAt: 0, heldUntil: 0 };
    hosts.set(host, line);
    const before = line.last;
    let leave = () => {};
    line.last = new Promise(resolve => {
      leave = resolve;
    });
    try {
      await before;
      signal.throwIfAborted();
      const heldFor = line.heldUntil - clock();
      if (heldFor > longestHold) {
        leave();
        return { kind: 'held', forMs: heldFor };
      }
      const wait = Math.max(line.freeAt - clock(), heldFor);
      if (wait > 0) await sleep(wait, undefined, { signal });
    } catch (error) {
      leave();
      throw error;
    }
    const done: Turn = (holdMs = 0) => {
      line.freeAt = clock() + pauseMs;
      line.heldUntil = clock() + holdMs;
      leave();
    };
    return { kind: 'turn', done };
  };
};

/** For hosts in one's own network, which need no sparing. */
export const noPace: Pace = async () => ({ kind: 'turn', done: () => undefined });

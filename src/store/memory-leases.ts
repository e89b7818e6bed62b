import type { Lease, Store } from './store.ts';

/** Named locks within one process; whoever waits is served in the order of asking. */
export const memoryLeases = (now: () => Date): Store['lease'] => {
  const taken = new Map<string, { by: string; since: string; gone: Promise<void> }>();
  return async (name, holder, waitMs = 0): Promise<Lease> => {
    const until = now().getTime() + waitMs;
    for (let other = taken.get(name); other; other = taken.get(name)) {
      const left = until - now().getTime();
      if (left <= 0 || !(await within(other.gone, left)))
        return { kind: 'taken', by: other.by, since: other.since };
    }
    const { promise, resolve } = withResolvers();
    taken.set(name, { by: holder, since: now().toISOString(), gone: promise });
    let released = false;
    const release = async () => {
      if (!released) taken.delete(name);
      released = true;
      resolve();
    };
    return { kind: 'held', release };
  };
};

const within = async (event: Promise<void>, ms: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>(resolve => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const happened = await Promise.race([event.then(() => true), late]);
  clearTimeout(timer);
  return happened;
};

/** Promise.withResolvers, which Node 20 lacks. */
const withResolvers = () => {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>(settle => {
    resolve = settle;
  });
  return { promise, resolve };
};

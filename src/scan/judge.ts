import type { Classifiable, Classify, Verdict } from '../core/verdict.ts';
import { createBreath } from './breathe.ts';

/** Judges the items of one look, wherever the judging is done. */
export type Judge = (items: readonly Classifiable[]) => Promise<readonly Verdict[]>;

/** Somewhere that judges, here or on another thread, until it is closed. */
export type Judging = {
  readonly judge: Judge;
  readonly close: () => void;
};

/** Below this many items, in all or at once, a helper costs more to start than it saves (it reads all data anew, in some 0.2 s). */
const worthHelp = { inAll: 300, atOnce: 40 } as const;
/** Items judged in one go; some 20 ms, so that sockets are read and keys are heard in between. */
const atOnce = 20;

/**
 * Judges here, one look after the other, and beside us from when there is much to do. Never in both places: that took
 * longer, since code is compiled for each. A helper is another thread; when it is lost and rejects, it is done without.
 */
export const createJudge = (
  classify: () => Promise<Classify>,
  startHelper: () => Judging | undefined,
): Judging => {
  const breathe = createBreath();
  let judged = 0;
  let helper: Judging | undefined;
  let isHelped = true;
  let lastHere: Promise<unknown> = Promise.resolve();

  const here = async (items: readonly Classifiable[]) => {
    const judge = await classify();
    const verdicts: Verdict[] = [];
    for (let from = 0; from < items.length; from += atOnce) {
      if (from > 0) await breathe();
      verdicts.push(...items.slice(from, from + atOnce).map(judge));
    }
    return verdicts;
  };
  const beside = (items: readonly Classifiable[], by: Judging) =>
    by.judge(items).catch(() => {
      isHelped = false;
      return here(items);
    });
  const helpWith = (count: number): Judging | undefined => {
    const isMuch = helper !== undefined || judged >= worthHelp.inAll || count >= worthHelp.atOnce;
    if (!isHelped || !isMuch) return undefined;
    helper ??= startHelper();
    isHelped = helper !== undefined;
    return helper;
  };

  return {
    judge: async items => {
      judged += items.length;
      if (items.length === 0) return [];
      const by = helpWith(items.length);
      if (by) return beside(items, by);
      const turn = lastHere.then(() => here(items));
      lastHere = turn.catch(() => undefined);
      return turn;
    },
    close: () => helper?.close(),
  };
};

import type { Classifiable, Classify, Verdict } from '../core/verdict.ts';

/** Judges the items of one look, wherever the judging is done. */
export type Judge = (items: readonly Classifiable[]) => Promise<readonly Verdict[]>;

/** Another thread that judges; `done` of its promises reject when the thread is lost. */
export type Helper = {
  readonly judge: Judge;
  readonly close: () => void;
};

/** Below this many items a helper costs more to start than it saves (it reads all data anew, in some 0.2 s). */
const worthHelp = 400;
/** Items that wait for the helper before we lend a hand ourselves: enough to keep it busy while we read a feed. */
const fullHands = 150;

/** Judges here, and when there is much to do, beside us too; a helper that is lost is done without. */
export const createJudge = (
  classify: () => Promise<Classify>,
  startHelper: () => Helper | undefined,
): Helper => {
  let judged = 0;
  let waiting = 0;
  let helper: Helper | undefined;
  let isHelped = true;

  const here = async (items: readonly Classifiable[]) => items.map(await classify());
  const beside = async (items: readonly Classifiable[], by: Helper) => {
    waiting += items.length;
    try {
      return await by.judge(items);
    } catch {
      isHelped = false;
      return here(items);
    } finally {
      waiting -= items.length;
    }
  };

  return {
    judge: async items => {
      judged += items.length;
      if (items.length === 0) return [];
      if (!isHelped || judged < worthHelp || waiting >= fullHands) return here(items);
      helper ??= startHelper();
      isHelped = helper !== undefined;
      return helper ? beside(items, helper) : here(items);
    },
    close: () => helper?.close(),
  };
};

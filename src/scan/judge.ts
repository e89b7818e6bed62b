import type { Classifiable, Classify, Verdict } from '../core/verdict.ts';
import { createBreath } from './breathe.ts';

/** Judges the items of one look, wherever the judging is done. */
export type Judge = (items: readonly Classifiable[]) => Promise<readonly Verdict[]>;

/** Another thread that judges; `done` of its promises reject when the thread is lost. */
export type Helper = {
  readonly judge: Judge;
  readonly close: () => void;
};

/** Below this many items, in all or at once, a helper costs more to start than it saves (it reads all data anew, in some 0.2 s). */
const worthHelp = { inAll: 300, atOnce: 40 } as const;
/** Items that wait for the helper before we lend a hand ourselves: to judge on both sides means to warm up twice. */
const fullHands = 1500;
/** Items judged in one go; some 20 ms, so that sockets are read and keys are heard in between. */
const atOnce = 20;

/** Judges here, one look after the other, and when there is much to do, beside us too; a helper that is lost is done without. */
export const createJudge = (
  classify: () => Promise<Classify>,
  startHelper: () => Helper | undefined,
): Helper => {
  const breathe = createBreath();
  let judged = 0;
  let waiting = 0;
  let helper: Helper | undefined;
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
  const free = (count: number): Helper | undefined => {
    if (!isHelped || waiting >= fullHands) return undefined;
    if (helper === undefined && judged < worthHelp.inAll && count < worthHelp.atOnce)
      return undefined;
    helper ??= startHelper();
    isHelped = helper !== undefined;
    return helper;
  };
  /** Whose turn comes here may find the helper free by then. */
  const inTurn = (items: readonly Classifiable[]): Promise<readonly Verdict[]> => {
    let handed: Promise<readonly Verdict[]> | undefined;
    const turn = lastHere.then(() => {
      const by = free(items.length);
      if (by === undefined) return here(items);
      handed = beside(items, by);
      return [];
    });
    lastHere = turn.catch(() => undefined);
    return turn.then(verdicts => handed ?? verdicts);
  };

  return {
    judge: async items => {
      judged += items.length;
      if (items.length === 0) return [];
      const by = free(items.length);
      return by ? beside(items, by) : inTurn(items);
    },
    close: () => helper?.close(),
  };
};

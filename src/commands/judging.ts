import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { createClassifier } from '../classify/classifier.ts';
import type { Practice } from '../core/practice.ts';
import type { Classify, Verdict } from '../core/verdict.ts';
import { createJudge } from '../scan/judge.ts';
import type { Judging } from '../scan/judge.ts';
import type { WorkerStart } from './judge-worker.ts';
import { readKnowledge } from './knowledge.ts';

/** The classifier of this practice, read when it is first needed, with a second thread for much work. */
export const openJudge = (
  root: URL,
  practice: Practice,
  claimFiles: readonly string[] = [],
): Judging => {
  let classify: Promise<Classify> | undefined;
  return createJudge(
    () =>
      (classify ??= readKnowledge(root, claimFiles).then(known =>
        createClassifier(known, practice),
      )),
    () => startWorker({ root: root.href, practice, claimFiles }),
  );
};

type Waiting = {
  readonly resolve: (verdicts: readonly Verdict[]) => void;
  readonly reject: (error: Error) => void;
};

/** None where there is one processor, or where we run from source and no bundle of it exists. */
const startWorker = (workerData: WorkerStart): Judging | undefined => {
  const script = new URL('./judge-worker.js', import.meta.url);
  if (availableParallelism() < 2 || !existsSync(script)) return undefined;
  const waiting = new Map<number, Waiting>();
  const worker = new Worker(script, { workerData, resourceLimits });
  const lose = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', ({ nth, verdicts }: { nth: number; verdicts: readonly Verdict[] }) => {
    waiting.get(nth)?.resolve(verdicts);
    waiting.delete(nth);
  });
  worker.on('error', lose);
  worker.on('exit', () => lose(new Error('the judging thread ended')));
  let asked = 0;
  return {
    judge: items =>
      new Promise((resolve, reject) => {
        const nth = asked++;
        waiting.set(nth, { resolve, reject });
        worker.postMessage({ nth, items });
      }),
    close: () => void worker.terminate(),
  };
};

/** In MB: what judging needs, twice; garbage is then collected rather than kept. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 12 };

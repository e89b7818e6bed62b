import { parentPort, workerData } from 'node:worker_threads';
import { createClassifier } from '../classify/classifier.ts';
import type { Practice } from '../core/practice.ts';
import type { Classifiable } from '../core/verdict.ts';
import { readKnowledge } from './knowledge.ts';

/** What the thread is started with, and what it is asked. */
export type WorkerStart = {
  readonly root: string;
  readonly practice: Practice;
  /** The user's own claims. */
  readonly claimFiles: readonly string[];
};
export type WorkerAsked = { readonly nth: number; readonly items: readonly Classifiable[] };

const { root, practice, claimFiles } = workerData as WorkerStart;
const ready = readKnowledge(new URL(root), claimFiles).then(knowledge =>
  createClassifier(knowledge, practice),
);

parentPort?.on('message', ({ nth, items }: WorkerAsked) => {
  void ready.then(classify => parentPort?.postMessage({ nth, verdicts: items.map(classify) }));
});

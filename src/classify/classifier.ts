import type { Classify } from '../core/verdict.ts';
import type { Practice } from '../core/practice.ts';

/** Everything that judgement needs, read from data/ by the caller. Rooms add their own part. */
export type Knowledge = Record<string, never>;

/** Builds the classifier for one practice. */
export type CreateClassifier = (knowledge: Knowledge, practice: Practice) => Classify;

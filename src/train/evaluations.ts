import { evaluateBlindClaims } from './evaluate-blind-claims.ts';
import { evaluateClaims } from './evaluate-claims.ts';
import { evaluateTopics } from './evaluate-topics.ts';
import { evaluateOurs } from './evaluate-ours.ts';
import { evaluateFalseAlarms, evaluateFlags } from './evaluate-flags.ts';
import { evaluateSentiment } from './evaluate-sentiment.ts';
import type { Evaluation } from './evaluation.ts';

/** Everything that `npm run evaluate` measures, in the order of the model card. */
export const evaluations: readonly Evaluation[] = [
  evaluateSentiment,
  evaluateTopics,
  evaluateClaims,
  evaluateBlindClaims,
  evaluateOurs,
  evaluateFlags,
  evaluateFalseAlarms,
];

import { contentRules } from './policy.ts';

/** How the model is weighed against the rules; fitted on drafts that neither had seen, in log odds. */
export type Balance = {
  /** From these scores on, a rule counts as broken; in the order of the content rules. */
  readonly thresholds: readonly number[];
  /** How much a rule's own finding adds to the score of its rule. */
  readonly rule: number;
  /** How far above its threshold a rule must be beside another that is surer: what breaks one resembles others. */
  readonly second: number;
  /** From this score of `unsafe` on, a draft in which no rule counts is held for the likeliest. */
  readonly unsafe: number;
};

export type ContentRule = (typeof contentRules)[number];

/** The rules that count as broken, from the score of each with what its own finding adds, and that of `unsafe`. */
export const brokenRules = (
  scoreOf: (rule: ContentRule) => number,
  unsafe: number,
  balance: Balance,
): ReadonlySet<ContentRule> => {
  const ranked = contentRules
    .map((rule, at) => ({ rule, over: scoreOf(rule) - (balance.thresholds[at] ?? Infinity) }))
    .toSorted((a, b) => b.over - a.over);
  const [first, ...others] = ranked;
  if (!first || (first.over <= 0 && unsafe <= balance.unsafe)) return new Set();
  const besides = others.filter(({ over }) => over > balance.second);
  return new Set([first, ...(first.over > 0 ? besides : [])].map(({ rule }) => rule));
};

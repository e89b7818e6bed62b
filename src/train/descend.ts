/** A text as the buckets of its features, and whether the label holds. */
export type Example = { readonly features: readonly number[]; readonly label: 1 | -1 };

/** Chosen by leaving folds out. */
const penalty = 0.01;

/**
 * Logistic regression with an L2 penalty over texts scaled to length one, by gradient descent with momentum; the last
 * weight is the bias, which is not penalised. The problem is convex, so the number of rounds only has to be enough.
 */
export const descend = (examples: readonly Example[], buckets: number): Float64Array => {
  const weights = new Float64Array(buckets + 1);
  const speed = new Float64Array(buckets + 1);
  const rate = 4 / examples.length;
  for (let round = 0; round < 400; round++) {
    const slope = new Float64Array(buckets + 1);
    for (const { features, label } of examples) {
      const length = Math.sqrt(Math.max(1, features.length));
      let score = weights[buckets] ?? 0;
      for (const feature of features) score += (weights[feature] ?? 0) / length;
      const pull = -label / (1 + Math.exp(label * score));
      for (const feature of features) slope[feature] = (slope[feature] ?? 0) + pull / length;
      slope[buckets] = (slope[buckets] ?? 0) + pull;
    }
    for (let at = 0; at <= buckets; at++) {
      const held = at === buckets ? 0 : 2 * penalty * (weights[at] ?? 0);
      const moved = 0.9 * (speed[at] ?? 0) - rate * ((slope[at] ?? 0) + held);
      speed[at] = moved;
      weights[at] = (weights[at] ?? 0) + moved;
    }
  }
  return weights;
};

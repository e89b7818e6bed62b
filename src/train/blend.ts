/** The signals of one text and whether a head holds for it. */
export type Signalled = {
  readonly signals: Float64Array;
  readonly holds: boolean;
  readonly weight: number;
};

const penalty = 0.6;
const rounds = 800;

/** Logistic regression over a few dozen signals, the first of which is the bias; plain descent with momentum. */
export const blend = (texts: readonly Signalled[]): readonly number[] => {
  const size = texts[0]?.signals.length ?? 0;
  const weights = new Float64Array(size);
  const speed = new Float64Array(size);
  const total = texts.reduce((sum, { weight }) => sum + weight, 0);
  const rate = 0.6 / total;
  for (let round = 0; round < rounds; round++) {
    const slope = new Float64Array(size);
    for (const { signals, holds, weight } of texts) {
      let score = 0;
      for (let at = 0; at < size; at++) score += (signals[at] ?? 0) * (weights[at] ?? 0);
      const pull = weight * (1 / (1 + Math.exp(-score)) - Number(holds));
      for (let at = 0; at < size; at++) slope[at] = (slope[at] ?? 0) + pull * (signals[at] ?? 0);
    }
    for (let at = 0; at < size; at++) {
      const held = at === 0 ? 0 : penalty * (weights[at] ?? 0);
      const moved = 0.9 * (speed[at] ?? 0) - rate * ((slope[at] ?? 0) + held);
      speed[at] = moved;
      weights[at] = (weights[at] ?? 0) + moved;
    }
  }
  return [...weights].map(weight => Math.round(weight * 1000) / 1000);
};

/** Weighs the signals of a text, straight and through a few hidden units that say which go together. */
export type Mix = {
  /** A row over the signals for each hidden unit. */
  readonly hidden: readonly (readonly number[])[];
  /** A row a head: over the signals, then over the hidden units. */
  readonly heads: readonly (readonly number[])[];
};

/** How likely each head holds, 0 to 1, in the order of the rows. */
export const chancesOf = ({ hidden, heads }: Mix, signals: Float64Array): readonly number[] => {
  const units = hidden.map(row => Math.tanh(product(row, signals)));
  return heads.map(row => {
    let sum = product(row, signals);
    for (const [at, unit] of units.entries()) sum += unit * (row[signals.length + at] as number);
    return 1 / (1 + Math.exp(-sum));
  });
};

const product = (row: readonly number[], signals: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < signals.length; at++) sum += (row[at] as number) * (signals[at] as number);
  return sum;
};

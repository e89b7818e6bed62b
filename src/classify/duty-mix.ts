/** What weighs the signals of a text, straight and through a few hidden units that say which go together; as it is on disk. */
export type MixRows = {
  /** A row over the signals for each hidden unit. */
  readonly hidden: readonly (readonly number[])[];
  /** A row a head: over the signals, then over the hidden units. */
  readonly heads: readonly (readonly number[])[];
};

/** The same, ready to be multiplied. */
export type Mix = {
  readonly hidden: readonly Float64Array[];
  readonly heads: readonly Float64Array[];
};

export const readMix = ({ hidden, heads }: MixRows): Mix => ({
  hidden: hidden.map(row => Float64Array.from(row)),
  heads: heads.map(row => Float64Array.from(row)),
});

/** How likely each head holds, 0 to 1, in the order of the rows. */
export const chancesOf = ({ hidden, heads }: Mix, signals: Float64Array): readonly number[] => {
  // Most signals of a text are silent, and there are two dozen rows.
  const heard = new Uint8Array(signals.length);
  let count = 0;
  for (let at = 0; at < signals.length; at++) if (signals[at] !== 0) heard[count++] = at;
  const product = (row: Float64Array): number => {
    let sum = 0;
    for (let next = 0; next < count; next++) {
      const at = heard[next] as number;
      sum += (row[at] as number) * (signals[at] as number);
    }
    return sum;
  };
  const units = new Float64Array(hidden.length);
  for (let unit = 0; unit < units.length; unit++)
    units[unit] = Math.tanh(product(hidden[unit] as Float64Array));
  return heads.map(row => {
    let sum = product(row);
    for (let unit = 0; unit < units.length; unit++)
      sum += (units[unit] as number) * (row[signals.length + unit] as number);
    return 1 / (1 + Math.exp(-sum));
  });
};

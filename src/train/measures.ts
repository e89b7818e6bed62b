/** Rows are what was right, columns what was said. */
export type Confusion = readonly (readonly number[])[];

export const confusionOf = (
  pairs: Iterable<readonly [right: number, said: number]>,
  classes: number,
): Confusion => {
  const counts = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  for (const [right, said] of pairs) {
    const row = counts[right];
    if (row) row[said] = (row[said] ?? 0) + 1;
  }
  return counts;
};

export type Measures = {
  readonly texts: number;
  readonly accuracy: number;
  /** Macro means are over the classes that the set holds. */
  readonly macroF1: number;
  readonly macroRecall: number;
};

export const measuresOf = (confusion: Confusion): Measures => {
  const sums = confusion.map((row, k) => ({
    right: row[k] ?? 0,
    there: row.reduce((a, b) => a + b, 0),
    said: confusion.reduce((total, other) => total + (other[k] ?? 0), 0),
  }));
  const held = sums.filter(({ there }) => there > 0);
  const texts = held.reduce((total, { there }) => total + there, 0);
  const mean = (value: (sum: (typeof sums)[number]) => number) =>
    held.reduce((total, sum) => total + value(sum), 0) / Math.max(1, held.length);
  return {
    texts,
    accuracy: held.reduce((total, { right }) => total + right, 0) / Math.max(1, texts),
    macroF1: mean(({ right, there, said }) => (2 * right) / (there + said)),
    macroRecall: mean(({ right, there }) => right / there),
  };
};

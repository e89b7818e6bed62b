/** The number of single-character edits (insert, delete, replace, swap of neighbours) between two short strings. */
export const editDistance = (a: string, b: string): number => {
  let twoBack: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (twoBack[j - 2] ?? 0) + 1);
      row.push(best);
    }
    twoBack = last;
    last = row;
  }
  return last[b.length] ?? 0;
};

/** The known word nearest to a mistyped one; undefined when none is near enough to be meant. */
export const nearest = <W extends string>(typed: string, known: readonly W[]): W | undefined => {
  let best: W | undefined;
  let distance = Math.min(typed.length, Math.max(2, Math.floor(typed.length / 3))) + 1;
  for (const word of known) {
    const edits = word.startsWith(typed) ? 1 : editDistance(typed, word);
    if (edits < distance) [best, distance] = [word, edits];
  }
  return best;
};

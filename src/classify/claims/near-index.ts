/** Texts as sets of terms, ranked by how much the terms tell that they share with another; the best few only. */
export type NearIndex = {
  /** The best texts for some terms, best first, with the sum of what the shared terms tell. */
  readonly best: (terms: readonly number[]) => readonly NearText[];
  /** By term number: how telling it is, the logarithm of how few texts hold it. */
  readonly idf: Float64Array;
};

export type NearText = { readonly index: number; readonly score: number };

/**
 * Indexes texts over terms with numbers from 1 to below `size`. The length of a text does not count, as in BM25: what
 * makes a claim's list of words long is that many people say it in many ways. Counted, the nearest claim was right for 24
 * of 100 posts whose claim was known, and for 53 without.
 */
export const createNearIndex = (texts: readonly ReadonlySet<number>[], size: number): NearIndex => {
  const lists: number[][] = Array.from({ length: size }, () => []);
  for (const [index, terms] of texts.entries()) for (const term of terms) lists[term]?.push(index);
  const idf = Float64Array.from(lists, ({ length: held }) =>
    Math.log(1 + (texts.length - held + 0.5) / (held + 0.5)),
  );
  const scores = new Float64Array(texts.length);
  const best = (terms: readonly number[]): readonly NearText[] => {
    const touched: number[] = [];
    for (const term of terms) {
      const list = lists[term] as number[];
      const told = idf[term] as number;
      for (let index = 0; index < list.length; index++) {
        const text = list[index] as number;
        if (scores[text] === 0) touched.push(text);
        scores[text] = (scores[text] as number) + told;
      }
    }
    const top: NearText[] = [];
    for (const index of touched) {
      const score = scores[index] as number;
      scores[index] = 0;
      if (top.length === considered && score <= (top[considered - 1] as NearText).score) continue;
      let place = top.length;
      while (place > 0 && (top[place - 1] as NearText).score < score) place--;
      top.splice(place, 0, { index, score });
      if (top.length > considered) top.pop();
    }
    return top;
  };
  return { best, idf };
};

/** The claim that is meant may share less than others, and one wording of it most. */
const considered = 20;

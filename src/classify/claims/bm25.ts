/** A list of texts, ranked by Okapi BM25 over their terms. */
export type Bm25 = {
  /** The best `top` texts by their index, best first; texts without a common term are left out. */
  readonly rank: (query: readonly string[], top: number) => readonly Ranked[];
  /** How telling a term is: the logarithm of how few texts hold it. */
  readonly idf: (term: string) => number;
};

export type Ranked = { readonly index: number; readonly score: number };

/** The usual constants of Robertson's BM25, b a little below the usual 0.75 since claims vary little in length. */
const k1 = 1.2;
const b = 0.6;

export const createBm25 = (texts: readonly (readonly string[])[]): Bm25 => {
  const postings = new Map<string, number[]>();
  const lengths = new Float64Array(texts.length);
  for (const [index, terms] of texts.entries()) {
    lengths[index] = terms.length;
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      const held = postings.get(term);
      if (held) held.push(index, count);
      else postings.set(term, [index, count]);
    }
  }
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length);
  const idf = (term: string) => {
    const held = (postings.get(term)?.length ?? 0) / 2;
    return Math.log(1 + (texts.length - held + 0.5) / (held + 0.5));
  };
  const scores = new Float64Array(texts.length);
  return {
    idf,
    rank: (query, top) => {
      const touched: number[] = [];
      for (const term of new Set(query)) {
        const held = postings.get(term);
        if (held === undefined) continue;
        const weight = idf(term);
        for (let at = 0; at < held.length; at += 2) {
          const index = held[at] ?? 0;
          const count = held[at + 1] ?? 0;
          const norm = k1 * (1 - b + (b * (lengths[index] ?? 0)) / average);
          if (scores[index] === 0) touched.push(index);
          scores[index] = (scores[index] ?? 0) + (weight * count * (k1 + 1)) / (count + norm);
        }
      }
      const ranked = touched
        .map(index => ({ index, score: scores[index] ?? 0 }))
        .toSorted((x, y) => y.score - x.score || x.index - y.index)
        .slice(0, top);
      for (const index of touched) scores[index] = 0;
      return ranked;
    },
  };
};

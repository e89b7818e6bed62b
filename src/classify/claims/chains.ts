/** The tokens of one text by their stems: the first of each, and from each the next. */
export type Chains = {
  /** Takes a text as the numbers of its tokens, and the number of the stem of each token; there are `size` stems. */
  readonly read: (tokens: readonly number[], stemmed: readonly number[], size: number) => void;
  /** The first token with a stem, or -1. */
  readonly first: (stem: number) => number;
  /** The next token with the same stem, or -1. */
  readonly next: (at: number) => number;
  /** Every stem of the text once. */
  readonly stems: readonly number[];
};

/** A few long arrays serve every text, so that nothing is made for words that no pattern asks for. */
export const createChains = (): Chains => {
  const nexts: number[] = [];
  const stems: number[] = [];
  let firsts = new Int32Array(0);
  /** The text in which a stem was last met. */
  let met = new Int32Array(0);
  let text = 0;
  return {
    stems,
    read: (tokens, stemmed, size) => {
      text++;
      stems.length = 0;
      if (met.length <= size) {
        const room = 2 * size + 1024;
        [firsts, met] = [new Int32Array(room), new Int32Array(room)];
      }
      for (let at = tokens.length - 1; at >= 0; at--) {
        const stem = stemmed[tokens[at] as number] as number;
        if (met[stem] === text) nexts[at] = firsts[stem] as number;
        else {
          met[stem] = text;
          nexts[at] = -1;
          stems.push(stem);
        }
        firsts[stem] = at;
      }
    },
    first: stem => (met[stem] === text ? (firsts[stem] as number) : -1),
    next: at => nexts[at] as number,
  };
};

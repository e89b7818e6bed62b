/** How much is kept in one piece; tests use small ones, so that few mentions make many files. */
export type Sizes = {
  /** Mentions in a segment. */
  readonly segment: number;
  /** Bytes of the log of merges after which it becomes segments: it is read whole at every start. */
  readonly log: number;
  /** Acts after which the standings are written again, so that a start need not read them. */
  readonly acts: number;
};

/** Measured with 100,000 mentions: a segment is rewritten in some 40 ms, 1,000 acts are read in 5. */
export const usualSizes: Sizes = { segment: 2000, log: 8_000_000, acts: 1000 };

/** Segments read at a start before the keyboard gets a turn; some 10 ms. */
export const segmentsAtOnce = 4;

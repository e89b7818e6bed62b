/** Where a group of terms occurs: the first token and how many it takes. */
export type Hit = { readonly at: number; readonly length: number };

/** The groups that stand in a text, and where. */
export type Hits = {
  /** In the order in which they first stand there. */
  readonly groups: readonly number[];
  readonly has: (group: number) => boolean;
  /** In the order of the text. */
  readonly of: (group: number) => readonly Hit[];
};

export type HitLog = Hits & {
  /** Forgets the text before; groups have numbers below `size`. */
  readonly begin: (size: number) => void;
  readonly add: (group: number, at: number, length: number) => void;
};

/**
 * Notes hits in a few long arrays that serve every text, and makes objects only of those that are asked for: most groups
 * belong to claims of which nothing else is said. A map of lists took eight times as long.
 */
export const createHitLog = (): HitLog => {
  const groups: number[] = [];
  const ats: number[] = [];
  const lengths: number[] = [];
  /** The next hit of the same group; -1 after the last. */
  const nexts: number[] = [];
  let firsts = new Int32Array(0);
  let lasts = new Int32Array(0);
  /** The text in which a group was last met. */
  let met = new Int32Array(0);
  let text = 0;
  let count = 0;
  return {
    groups,
    begin: size => {
      text++;
      count = 0;
      groups.length = 0;
      if (met.length >= size) return;
      [firsts, lasts, met] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
    },
    add: (group, at, length) => {
      const hit = count++;
      ats[hit] = at;
      lengths[hit] = length;
      nexts[hit] = -1;
      if (met[group] === text) nexts[lasts[group] as number] = hit;
      else {
        met[group] = text;
        firsts[group] = hit;
        groups.push(group);
      }
      lasts[group] = hit;
    },
    has: group => met[group] === text,
    of: group => {
      const hits: Hit[] = [];
      if (met[group] !== text) return hits;
      for (let hit = firsts[group] as number; hit >= 0; hit = nexts[hit] as number)
        hits.push({ at: ats[hit] as number, length: lengths[hit] as number });
      return hits;
    },
  };
};

/** One way to say a group: stems that follow each other; a term that starts with `=` is compared unstemmed. */
export type Term = readonly string[];

/** What a sentence must hold for a claim to be in it; a group is written as alternatives apart by `|`. */
export type Pattern = {
  /** Each group needs one of its terms. */
  readonly needs: readonly string[];
  /** None of these may stand in the sentence. */
  readonly bans: readonly string[];
  /** Whether the groups must come in this order. */
  readonly ordered: boolean;
  /** The most tokens from the first to the last group. */
  readonly reach: number;
  /** How many groups may be missing. */
  readonly spare: number;
  /** Whether it shows subject and predicate beyond doubt; otherwise the match is only suggested. */
  readonly sure: boolean;
};

/** Clauses in posts run to about 15 tokens; further apart, words belong to different statements. */
const usualReach = 14;

/**
 * Reads `> @vaccine @cause autism|autistic !tumour ~9`: groups apart by spaces, alternatives by `|`, phrases joined by
 * `_`, `@` names a concept, `=` takes a word unstemmed, `!` bans, `>` keeps the order, `~` sets the reach, `?` only suggests.
 */
export const readPattern = (notation: string): Pattern => {
  const needs: string[] = [];
  const bans: string[] = [];
  let ordered = false;
  let sure = true;
  let reach = usualReach;
  for (const part of notation.split(' ')) {
    if (part === '>') ordered = true;
    else if (part === '?') sure = false;
    else if (part.startsWith('~')) reach = Number(part.slice(1)) || usualReach;
    else if (part.startsWith('!')) bans.push(part.slice(1));
    else if (part !== '') needs.push(part);
  }
  return { needs, bans, ordered, reach, spare: 0, sure };
};

/** Reads terms, and remembers them, since the same words stand in many groups. */
export const createReadTerm = (stem: (word: string) => string): ((phrase: string) => Term) => {
  const known = new Map<string, Term>();
  return phrase => {
    const held = known.get(phrase);
    if (held !== undefined) return held;
    const term = readTerm(phrase, stem);
    known.set(phrase, term);
    return term;
  };
};

/** A word or phrase as stems; `=` keeps its single word as it stands. */
const readTerm = (phrase: string, stem: (word: string) => string): Term => {
  if (phrase.startsWith('=')) return [phrase];
  if (!/[\s_-]/.test(phrase)) return [stem(phrase.toLowerCase())];
  return phrase
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter(word => word !== '')
    .map(stem);
};

import type { Concepts } from './claim.ts';
import type { Stem } from './stem.ts';

/** One way to say a group: stems that follow each other; a term that starts with `=` is compared unstemmed. */
export type Term = readonly string[];

/** What a sentence must hold for a claim to be in it. */
export type Pattern = {
  /** Each group needs one of its terms. */
  readonly needs: readonly (readonly Term[])[];
  /** None of these may stand in the sentence. */
  readonly bans: readonly (readonly Term[])[];
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
export const readPattern = (notation: string, concepts: Concepts, stem: Stem): Pattern => {
  const parts = notation.split(' ').filter(part => part !== '');
  const groups = parts.filter(part => !/^(?:[>?]|~\d+)$/.test(part));
  const reach = parts.find(part => part.startsWith('~'));
  const terms = (group: string) => readGroup(group, concepts, stem);
  return {
    needs: groups.filter(group => !group.startsWith('!')).map(terms),
    bans: groups.filter(group => group.startsWith('!')).map(group => terms(group.slice(1))),
    ordered: parts.includes('>'),
    reach: reach === undefined ? usualReach : Number(reach.slice(1)),
    spare: 0,
    sure: !parts.includes('?'),
  };
};

const readGroup = (group: string, concepts: Concepts, stem: Stem): readonly Term[] =>
  group.split('|').flatMap(word => {
    if (!word.startsWith('@')) return [readTerm(word.replaceAll('_', ' '), stem)];
    const known = concepts[word.slice(1)];
    // Users may write patterns too: a name that is no concept stands for itself.
    if (known === undefined) return [readTerm(word.slice(1), stem)];
    return known.map(phrase => readTerm(phrase, stem));
  });

/** A word or phrase as stems; `=` keeps its single word as it stands. */
export const readTerm = (phrase: string, stem: Stem): Term =>
  phrase.startsWith('=')
    ? [phrase]
    : phrase
        .toLowerCase()
        .split(/[\s-]+/)
        .filter(word => word !== '')
        .map(stem);

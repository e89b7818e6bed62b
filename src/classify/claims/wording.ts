import type { Concepts } from './claim.ts';
import { readTerm } from './pattern.ts';
import type { Pattern, Term } from './pattern.ts';
import type { Stem } from './stem.ts';

/** Words that tell nothing about what is claimed. */
const idle = new Set(
  (
    'a an the and or of to in on at by for from with as is are was were be been being am it its this that these ' +
    'those they them their there he she his her him you your yours we our us i me my mine will would can could ' +
    'should may might must do does did has have had having if then than so very really just only also even more ' +
    'most much many some any all every each other such into out up down about over after before when while who ' +
    'which what how why where because like get gets got one ones people person someone anyone everyone thing ' +
    'things way ways own same both few too again still already yet here now ever new'
  ).split(' '),
);

const negators = new Set(
  "not no never don't doesn't isn't aren't can't cannot won't without".split(' '),
);

/**
 * Turns a way of saying a claim into a pattern: every content word is needed, in any word that means the same; one may be
 * missing from five on. Undefined when too few content words are left to tell it from its topic.
 */
export const patternOfWording = (
  wording: string,
  synonyms: ReadonlyMap<string, readonly Term[]>,
  concepts: Concepts,
  stem: Stem,
): Pattern | undefined => {
  const words = wording
    .toLowerCase()
    .replaceAll('\u2019', "'")
    .match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu);
  const not = (concepts['not'] ?? [...negators]).map(word => readTerm(word, stem));
  const content = (words ?? []).filter(word => !idle.has(word));
  const needs = [
    ...new Set(
      content.map(word =>
        negators.has(word) ? not : (synonyms.get(stem(word)) ?? [readTerm(word, stem)]),
      ),
    ),
  ];
  const denied = needs.includes(not);
  const telling = needs.length - (denied ? 1 : 0);
  if (telling < fewestWords) return undefined;
  return {
    needs,
    bans: [],
    // A "no" that belongs to the claim stands where the wording has it; elsewhere it may deny the claim.
    ordered: denied || telling < fewestUnordered,
    reach: (words ?? []).length + slack,
    spare: !denied && telling >= fewestSpared ? Math.floor(telling / 5) : 0,
    sure: telling >= fewestUnordered,
  };
};

const fewestWords = 3;
const fewestUnordered = 4;
const fewestSpared = 6;
/** How many more tokens than the wording a text may take to say the same. */
const slack = 4;

/** For every word of a concept that stands alone: all words of that concept. */
export const synonymsOf = (
  concepts: Concepts,
  stem: Stem,
): ReadonlyMap<string, readonly Term[]> => {
  const synonyms = new Map<string, readonly Term[]>();
  for (const phrases of Object.values(concepts)) {
    const terms = phrases.map(phrase => readTerm(phrase, stem));
    for (const [first, ...rest] of terms)
      if (first !== undefined && rest.length === 0 && !synonyms.has(first))
        synonyms.set(first, terms);
  }
  return synonyms;
};

import type { Concepts } from './claim.ts';
import { lightStem } from './light-stem.ts';
import type { Pattern } from './pattern.ts';

/** Whether a word tells nothing about what is claimed. */
export const isIdle = (word: string): boolean => idle.has(word);

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
 * Turns a way of saying a claim into a pattern: every content word is needed, in any word that means the same; a few may
 * be missing from a long one. Undefined when too few content words are left to tell it from its topic.
 */
export const patternOfWording = (
  wording: string,
  conceptOf: ReadonlyMap<string, string>,
): Pattern | undefined => {
  const words = wording
    .toLowerCase()
    .replaceAll('\u2019', "'")
    .match(/[^\s.,;:!?()[\]{}"\u201c\u201d\u2018\u2026\u2013\u2014/%*_-]+/g);
  const content = (words ?? [])
    .filter(word => !idle.has(word) && word !== ofCovid)
    .map(word => (negators.has(word) ? '@not' : (conceptOf.get(lightStem(word)) ?? word)));
  const needs = new Set(content);
  // "The covid shot gave me covid" without its repetition is only "a covid shot gave".
  if (needs.size < content.length && needs.size < fewestUnordered) return undefined;
  const denied = needs.has('@not');
  const telling = needs.size - (denied ? 1 : 0);
  if (telling < fewestWords) return undefined;
  return {
    needs: [...needs],
    bans: [],
    // A "no" that belongs to the claim stands where the wording has it; elsewhere it may deny the claim.
    ordered: denied || telling < fewestUnordered,
    reach: (words ?? []).length + slack,
    spare: !denied && telling >= fewestSpared ? Math.floor(telling / 5) : 0,
    sure: telling >= fewestUnordered,
  };
};

/** "COVID-19" is one name. */
const ofCovid = '19';
const fewestWords = 3;
const fewestUnordered = 4;
const fewestSpared = 6;
/** How many more tokens than the wording a text may take to say the same. */
const slack = 4;

/** The concept, as patterns write it, of every word that stands for one by itself. */
export const conceptsByWord = (concepts: Concepts): ReadonlyMap<string, string> => {
  const byWord = new Map<string, string>();
  for (const [name, phrases] of Object.entries(concepts))
    for (const phrase of phrases) {
      if (phrase.includes(' ')) continue;
      const word = lightStem(phrase.replace('=', ''));
      if (!byWord.has(word)) byWord.set(word, `@${name}`);
    }
  return byWord;
};

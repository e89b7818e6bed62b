import type { Stem } from './stem.ts';

/** A text as search sees it: stems in order, and the whole in lower case for its n-grams of characters. */
export type SearchWords = { readonly stems: readonly string[]; readonly letters: string };

/** Too common to tell claims apart, whatever the list. */
const common = new Set(
  (
    'a an the and or of to in on at by for from with as is are was were be been being am it its this that these those ' +
    'they them their there he she his her him you your we our us i me my will would can could should may might do does ' +
    'did has have had not if then than so just but who which what how why when where via rt amp re ve ll s t d m did'
  ).split(' '),
);

/** Cuts a post or claim into stems: addresses go, hashtags and handles are split where their case changes, words that mean the same become one. */
export const searchWords = (text: string, stem: Stem): SearchWords => {
  const plain = text
    .replace(/https?:\/\/\S*/g, ' ')
    .replace(/pic\.twitter\.com\/\S*/g, ' ')
    .replace(/[#@]([\p{L}\p{N}_]{1,60})/gu, (_, tag: string) => ` ${splitCase(tag)} `)
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replaceAll('\u2019', "'")
    .toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu) ?? [];
  const stems = words
    .map(word => sameAs.get(word) ?? word)
    .filter(word => !common.has(word))
    .map(stem);
  return { stems, letters: words.join(' ') };
};

const splitCase = (tag: string): string =>
  tag.replace(/(\p{Ll})(?=\p{Lu})|(\p{L})(?=\p{N})/gu, '$1$2 ').replaceAll('_', ' ');

/** Words that people and fact-checkers use for the same thing. */
const groups = [
  'vaccine vaccines vaccination vaccinations vaccinated vaccinate jab jabs jabbed vax vaxx vaxxed vaxxine immunization immunisation inoculation',
  'covid covid19 coronavirus corona ncov rona',
  'flu influenza',
  'photo photos photograph photographs picture pictures pic image images',
  'video videos clip footage',
  'child children kid kids',
  'police cops cop',
  'us usa america',
  'million mil',
  'billion bn',
  'mom mother mum',
  'dad father',
  'gop republican republicans',
  'dems dem democrat democrats democratic',
  'potus president',
  'scotus supreme',
  'pot marijuana cannabis weed',
];

const sameAs = new Map(
  groups.flatMap(line => {
    const words = line.split(' ');
    return words.map(word => [word, words[0] ?? word] as const);
  }),
);

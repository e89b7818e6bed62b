import { rememberTokens } from './dictionary.ts';
import type { Document } from './document.ts';
import { commonWords, tellingLetters } from './language-words.ts';

/**
 * The language of a text (BCP 47); undefined when there is too little to tell, which is to be read as English.
 * Scripts tell first, then common words. A text is taken for another language only on evidence: what cannot be told is
 * better misjudged than left unread.
 */
export const readLanguage = (document: Document): string | undefined => {
  const signs = signsOf(document);
  const scores = new Float64Array(languages.length);
  // In the order in which they were first met: the first of equals is taken.
  const met: number[] = [];
  let words = 0;
  let foreign = 0;
  const end = Math.min(document.numbers.length, longestRead);
  for (let at = 0; at < end; at++) {
    const sign = signs[document.numbers[at] as number] as Sign;
    if (sign.isWord) words++;
    foreign += sign.foreign;
    for (const { language, weight } of sign.scores) {
      if (scores[language] === 0) met.push(language);
      scores[language] = (scores[language] as number) + weight;
    }
  }
  if (foreign * 2 > words) return best(met, scores, language => isScript.has(language));
  const english = scores[languages.indexOf('en')] ?? 0;
  const other = best(met, scores, (language, score) => {
    return language !== 'en' && score >= 1.5 && score > english * 1.4;
  });
  return other ?? (english > 0 ? 'en' : undefined);
};

/** Tokens; enough to tell, and a bound on the time. */
const longestRead = 160;

const best = (
  met: readonly number[],
  scores: Float64Array,
  isFit: (language: string, score: number) => boolean,
): string | undefined => {
  let found: string | undefined;
  let top = 0;
  for (const number of met) {
    const language = languages[number] ?? '';
    const score = scores[number] ?? 0;
    if (score > top && isFit(language, score)) [found, top] = [language, score];
  }
  return found;
};

/** What a token tells of the language, in the order in which it tells. */
type Sign = {
  readonly isWord: boolean;
  /** How many words of another script it stands for. */
  readonly foreign: number;
  readonly scores: readonly { readonly language: number; readonly weight: number }[];
};

const readSign = (token: string): Sign => {
  const scores = (vocabulary.get(token) ?? []).map(([language, weight]) => told(language, weight));
  if (token < '\u007f' && !/[a-z]/.test(token)) return { isWord: false, foreign: 0, scores };
  if (!/[^\0-\u007f]/.test(token)) return { isWord: true, foreign: 0, scores };
  const script = scriptOf(token);
  if (script !== undefined) {
    const foreign = script === 'zh' || script === 'ja' ? token.length / 2 : 1;
    return { isWord: true, foreign, scores: [...scores, told(script, 2)] };
  }
  const telling = tellingLetters
    .filter(([, letters]) => letters.test(token))
    .map(([language]) => told(language, 1));
  return { isWord: true, foreign: 0, scores: [...scores, ...telling] };
};

const told = (language: string, weight: number) => ({
  language: languages.indexOf(language),
  weight,
});

const signsOf = rememberTokens(readSign);

/** Words that fewer languages share tell more. */
const vocabulary = ((): ReadonlyMap<string, readonly (readonly [string, number])[]> => {
  const speakers = new Map<string, string[]>();
  for (const [language, words] of Object.entries(commonWords))
    for (const word of words.split(' '))
      speakers.set(word, [...(speakers.get(word) ?? []), language]);
  return new Map(
    [...speakers].map(([word, languages]) => [
      word,
      languages.map(
        language => [language, (word.length > 1 ? 1 : 0.5) / languages.length] as const,
      ),
    ]),
  );
})();

const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['zh', /\p{Script=Han}/u],
  ['ko', /\p{Script=Hangul}/u],
  ['ar', /\p{Script=Arabic}/u],
  ['ru', /\p{Script=Cyrillic}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['hi', /\p{Script=Devanagari}/u],
  ['th', /\p{Script=Thai}/u],
  ['el', /\p{Script=Greek}/u],
  ['und', /(?!\p{Script=Latin})\p{L}/u],
];

const isScript: ReadonlySet<string> = new Set(scripts.map(([language]) => language));

const languages: readonly string[] = [...new Set([...Object.keys(commonWords), ...isScript])];

const scriptOf = (token: string): string | undefined =>
  scripts.find(([, letters]) => letters.test(token))?.[0];

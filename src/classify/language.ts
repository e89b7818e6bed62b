import type { Document } from './document.ts';
import { commonWords, tellingLetters } from './language-words.ts';

/**
 * The language of a text (BCP 47); undefined when there is too little to tell, which is to be read as English.
 * Scripts tell first, then common words. A text is taken for another language only on evidence: what cannot be told is
 * better misjudged than left unread.
 */
export const readLanguage = ({ tokens }: Document): string | undefined => {
  const scores = new Map<string, number>();
  const add = (language: string, score: number) =>
    scores.set(language, (scores.get(language) ?? 0) + score);
  let words = 0;
  let foreign = 0;
  for (const token of tokens.slice(0, longestRead)) {
    const known = vocabulary.get(token);
    if (known !== undefined) for (const [language, weight] of known) add(language, weight);
    if (token < '\u007f' && !/[a-z]/.test(token)) continue;
    words++;
    if (!/[^\0-\u007f]/.test(token)) continue;
    const script = scriptOf(token);
    if (script !== undefined) {
      foreign += script === 'zh' || script === 'ja' ? token.length / 2 : 1;
      add(script, 2);
    } else
      for (const [language, letters] of tellingLetters) if (letters.test(token)) add(language, 1);
  }
  if (foreign * 2 > words) return best(scores, ({ language }) => isScript.has(language));
  const english = scores.get('en') ?? 0;
  const other = best(scores, ({ language, score }) => {
    return language !== 'en' && score >= 1.5 && score > english * 1.4;
  });
  return other ?? (english > 0 ? 'en' : undefined);
};

/** Tokens; enough to tell, and a bound on the time. */
const longestRead = 160;

type Scored = { readonly language: string; readonly score: number };

const best = (
  scores: ReadonlyMap<string, number>,
  isFit: (scored: Scored) => boolean,
): string | undefined => {
  let found: Scored | undefined;
  for (const [language, score] of scores)
    if (isFit({ language, score }) && score > (found?.score ?? 0)) found = { language, score };
  return found?.language;
};

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

const scriptOf = (token: string): string | undefined =>
  scripts.find(([, letters]) => letters.test(token))?.[0];

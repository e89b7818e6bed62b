import type { Document } from './document.ts';
import type { WordBits } from './vocabulary.ts';

/** A document as patterns see it: words, numbers, emoji and commas, with a border before and after every sentence. */
export type Words<Word extends WordBits = WordBits> = {
  readonly list: readonly Word[];
  /** Index of the token behind each word. */
  readonly tokens: readonly number[];
  /** Index of the border before each sentence; the next one ends it. */
  readonly borders: readonly number[];
};

/** Reads the words of a document; `known` has them by the numbers of their tokens, false for marks. */
export const readWords = <Word extends WordBits>(
  { numbers, sentences }: Document,
  known: readonly (Word | false)[],
  border: Word,
): Words<Word> => {
  const list: Word[] = [];
  const tokens: number[] = [];
  const borders: number[] = [];
  const close = (token: number) => {
    borders.push(list.length);
    list.push(border);
    tokens.push(token);
  };
  let next = 0;
  for (let index = 0; index < numbers.length; index++) {
    if (index === sentences[next]) {
      close(index);
      next++;
    }
    const word = known[numbers[index] as number];
    if (word === false || word === undefined) continue;
    list.push(word);
    tokens.push(index);
  }
  close(numbers.length);
  return { list, tokens, borders };
};

import type { Document } from './document.ts';
import { border } from './vocabulary.ts';
import type { LookUp, WordBits } from './vocabulary.ts';

/** A document as patterns see it: words, numbers, emoji and commas, with a border before and after every sentence. */
export type Words<Known = unknown> = {
  readonly list: readonly (WordBits & { readonly known: Known })[];
  /** Index of the token behind each word. */
  readonly tokens: readonly number[];
  /** Index of the border before each sentence; the next one ends it. */
  readonly borders: readonly number[];
};

/** Reads the words of a document, each looked up once. */
export const readWords = <Known>(document: Document, lookUp: LookUp<Known>): Words<Known> => {
  const list: (WordBits & { readonly known: Known })[] = [];
  const tokens: number[] = [];
  const borders: number[] = [];
  const edge = lookUp(border);
  const close = (token: number) => {
    if (edge === undefined) return;
    borders.push(list.length);
    list.push(edge);
    tokens.push(token);
  };
  let next = 0;
  for (let index = 0; index < document.tokens.length; index++) {
    if (index === document.sentences[next]) {
      close(index);
      next++;
    }
    const word = lookUp(document.tokens[index] ?? '');
    if (word === undefined) continue;
    list.push(word);
    tokens.push(index);
  }
  close(document.tokens.length);
  return { list, tokens, borders };
};

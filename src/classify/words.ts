import { fold } from '../text/fold.ts';
import type { Document } from './document.ts';
import { border } from './vocabulary.ts';

/** A document as patterns see it: words, numbers, emoji and commas, with a border before and after every sentence. */
export type Words = {
  readonly list: readonly string[];
  /** Index of the token behind each word. */
  readonly tokens: readonly number[];
  /** The sentence of each word. */
  readonly sentences: readonly number[];
};

/** Reads the words of a document; accents are dropped, so that patterns need not spell them. */
export const readWords = (document: Document): Words => {
  const list: string[] = [];
  const tokens: number[] = [];
  const sentences: number[] = [];
  let sentence = 0;
  for (const [index, token] of document.tokens.entries()) {
    if (index === document.sentences[sentence + 1]) sentence++;
    if (index === document.sentences[sentence]) {
      list.push(border);
      tokens.push(index);
      sentences.push(sentence);
    }
    const word = wordOf(token);
    if (word === '') continue;
    list.push(word);
    tokens.push(index);
    sentences.push(sentence);
  }
  list.push(border);
  tokens.push(document.tokens.length);
  sentences.push(sentence);
  return { list, tokens, sentences };
};

/** Marks carry no words, but a comma parts them and emoji speak. */
const wordOf = (token: string): string => {
  if (token.length > 1) return isAscii(token) ? token : fold(token);
  const code = token.charCodeAt(0);
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return token;
  if (code === 0x2c || code === 0x3b || code === 0x3a) return ',';
  return code < 128 ? '' : fold(token).replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, '');
};

const isAscii = (token: string): boolean => {
  for (let at = 0; at < token.length; at++) if (token.charCodeAt(at) > 127) return false;
  return true;
};

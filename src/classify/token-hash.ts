import { rememberIntegers } from './dictionary.ts';
import type { Numbered } from './dictionary.ts';

/** A 32-bit FNV-1a hash of a token; digits count as one digit, and a letter said three times or more as said twice. */
export const hashToken = (token: string): number => {
  let hash = 0x811c9dc5;
  let [last, beforeLast] = [0, 0];
  for (let index = 0; index < token.length; index++) {
    const unit = token.charCodeAt(index);
    const plain = unit >= 48 && unit <= 57 ? 48 : unit;
    if (plain === last && plain === beforeLast && plain !== 48) continue;
    hash = Math.imul(hash ^ plain, 0x01000193);
    beforeLast = last;
    last = plain;
  }
  return hash | 0;
};

/** The hashes of all tokens, for everyone who looks words up. */
export const hashTokens = (tokens: readonly string[]): Int32Array => {
  const hashes = new Int32Array(tokens.length);
  for (let t = 0; t < tokens.length; t++) hashes[t] = hashToken(tokens[t] as string);
  return hashes;
};

/** The same for a document, worked out once for every distinct token. */
export const hashesIn = (text: Numbered): Int32Array => {
  const known = remembered(text);
  const hashes = new Int32Array(text.numbers.length);
  for (let t = 0; t < hashes.length; t++) hashes[t] = known[text.numbers[t] as number] as number;
  return hashes;
};

const remembered = rememberIntegers(1, (token, answers, at) => {
  answers[at] = hashToken(token);
});

/** Spreads a hash over all 32 bits (the finaliser of MurmurHash3), so that any bits of it can name a bucket. */
export const mixHash = (hash: number): number => {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return second ^ (second >>> 16);
};

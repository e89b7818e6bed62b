import type { Document } from './document.ts';
import { roleOf } from './sentiment-lexicon.ts';
import type { SentimentLexicon } from './sentiment-lexicon.ts';
import { hashTokens, mixHash } from './token-hash.ts';

/**
 * The hashed n-grams of one text, made in a single pass and shared by every linear head.
 * Word features come first; each remembers the token at which it ends and how many tokens it covers (1 to 3).
 * Character features (3 to 5 letters within a token) belong to one token, so that judging sums them up once a token and
 * only training needs their hashes.
 */
export type Features = {
  /** Of words and of letters. */
  readonly count: number;
  readonly words: number;
  /** The text, and its tokens of which the letters count. */
  readonly document: Document;
  readonly kept: readonly number[];
  /** 32-bit hashes, those of letters last or left out; a head takes as many of the upper bits as its table has. */
  readonly hashes: Int32Array;
  /** Index of the last token of each feature. */
  readonly tokens: Uint16Array;
  /** How many tokens each word feature covers. */
  readonly widths: Uint8Array;
};

/** Words after a negation that are marked as negated, unless a clause ends first; 4 did best of 3 to 8 on dev sets. */
const negationReach = 4;
const negated = 0x5bd1e995;

/** Hashes the n-grams of a document; case, trailing punctuation and spacing leave no trace in it. */
export const readFeatures = (document: Document, lexicon: SentimentLexicon): Features => {
  const read = readWordFeatures(document, lexicon, hashTokens(document.tokens));
  const { words, count, kept } = read;
  const [hashes, tokens] = [new Int32Array(count), new Uint16Array(count)];
  hashes.set(read.hashes.subarray(0, words));
  tokens.set(read.tokens.subarray(0, words));
  let next = words;
  for (const at of kept) {
    const token = document.tokens[at] ?? '';
    tokens.fill(at, next, next + letterCount(token));
    next = readLetters(token, hashes, next);
  }
  return { ...read, hashes, tokens };
};

/** The same without the hashes of letters, which judging does not need: a quarter of the work. */
export const readWordFeatures = (
  document: Document,
  lexicon: SentimentLexicon,
  tokenHashes: Int32Array,
): Features => {
  const { tokens, titleTokens } = document;
  // Five features of words a token, three of the whole tone.
  const capacity = tokens.length * 5 + 3;
  const buffer: Buffer = {
    count: 0,
    hashes: new Int32Array(capacity),
    tokens: new Uint16Array(capacity),
    widths: new Uint8Array(capacity),
  };
  const kept: number[] = [];
  const given = { document, tokenHashes, lexicon };
  const tone: Tone = { last: 0, at: 0, good: 0, bad: 0, sum: 0 };
  readWords(given, 0, titleTokens, buffer, kept, tone);
  readWords(given, titleTokens, tokens.length, buffer, kept, tone);
  if (kept.length > 0) sumUp(tone, buffer);
  const words = buffer.count;
  let count = words;
  for (const at of kept) count += letterCount(tokens[at] ?? '');
  return { ...buffer, count, words, document, kept };
};

type Buffer = {
  count: number;
  readonly hashes: Int32Array;
  readonly tokens: Uint16Array;
  readonly widths: Uint8Array;
};

type Given = {
  readonly document: Document;
  readonly tokenHashes: Int32Array;
  readonly lexicon: SentimentLexicon;
};

const readWords = (
  { document, tokenHashes, lexicon }: Given,
  from: number,
  to: number,
  buffer: Buffer,
  kept: number[],
  tone: Tone,
): void => {
  const { tokens, starts, ends } = document;
  let end = to;
  while (end > from && isTrailing(tokens[end - 1] ?? '')) end--;
  let [last, beforeLast, reach] = [0, 0, 0];
  for (let at = from; at < end; at++) {
    const token = tokens[at] ?? '';
    if (at > from && token === tokens[at - 1] && isTrailing(token)) continue;
    if (token === 'http' || token === 'https') {
      while (at + 1 < end && starts[at + 1] === ends[at]) at++;
      continue;
    }
    const hash = tokenHashes[at] as number;
    const role = roleOf(lexicon, hash);
    if (role.closes) reach = 0;
    const marked = reach > 0 ? hash ^ negated : hash;
    emit(buffer, marked, at, 1);
    if (last !== 0) {
      const pair = Math.imul(last, 0x9e3779b1) ^ marked;
      emit(buffer, pair, at, 2);
      if (beforeLast !== 0)
        emit(buffer, Math.imul(beforeLast, 0x85ebca6b) ^ Math.imul(pair, 0xc2b2ae35), at, 3);
    }
    if (role.polarity !== 0) readTone(role.polarity, reach > 0, at, tone, buffer);
    kept.push(at);
    beforeLast = last;
    last = marked;
    if (reach > 0) reach--;
    if (role.negates) reach = negationReach;
  }
};

/** The words of the sentiment lexicon that were met so far: how many each way, their sum, the last one and its place. */
type Tone = { last: number; at: number; good: number; bad: number; sum: number };

/** A known word counts as its class, alone and after the class before it, so that rare words share what common ones taught. */
const readTone = (
  polarity: number,
  isNegated: boolean,
  at: number,
  tone: Tone,
  buffer: Buffer,
): void => {
  const kind = polarity + (isNegated ? 24 : 8);
  emit(buffer, 0x3c6ef372 + kind, at, 1);
  emit(buffer, 0x12345670 + kind * 64 + tone.last, at, 1);
  tone.last = kind;
  tone.at = at;
  if (polarity > 0 !== isNegated) tone.good = Math.min(4, tone.good + 1);
  else tone.bad = Math.min(4, tone.bad + 1);
  tone.sum += isNegated ? -0.7 * polarity : polarity;
};

const sumUp = ({ last, at, good, bad, sum }: Tone, buffer: Buffer): void => {
  emit(buffer, 0x33333333 + good * 8 + bad, at, 1);
  emit(buffer, 0x55555555 + Math.max(-8, Math.min(8, Math.round(sum))), at, 1);
  emit(buffer, 0x77777777 + last, at, 1);
};

const emit = (buffer: Buffer, hash: number, at: number, width: number): void => {
  const index = buffer.count++;
  buffer.hashes[index] = mixHash(hash);
  buffer.tokens[index] = at;
  buffer.widths[index] = width;
};

/** Letters 3 to 5 long within a token, its edges marked, so that "friendly" and "unfriendliness" share parts; gives the next free place. */
export const readLetters = (token: string, hashes: Int32Array, from: number): number => {
  const length = token.length;
  let index = from;
  // The letters from -1 (the edge, "<") to length (the edge, ">"); a window of five moves over them.
  for (let start = -1; start < length - 1; start++) {
    let hash = Math.imul(0x1b873593 ^ (start < 0 ? 60 : token.charCodeAt(start)), prime);
    hash = Math.imul(hash ^ token.charCodeAt(start + 1), prime);
    const end = start + 4 < length ? start + 4 : length;
    for (let letter = start + 2; letter <= end; letter++) {
      hash = Math.imul(hash ^ (letter === length ? 62 : token.charCodeAt(letter)), prime);
      hashes[index++] = mixHash(hash);
    }
  }
  return index;
};

/** How many features the letters of a token make: three for every place but the last two, which make two and one. */
export const letterCount = ({ length }: string): number => (length < 2 ? length : 3 * length - 3);

/** Of FNV-1a. */
const prime = 0x01000193;

const isTrailing = (token: string): boolean => token.length === 1 && '.!?…,;:-–—'.includes(token);

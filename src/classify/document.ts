import { numberIn, numberOf, openEdition, spellingOf } from './dictionary.ts';

/** A text cut into tokens that remember where they stood, shared by all who judge it. */
export type Document = {
  readonly text: string;
  readonly title: string;
  /** Lower-case, apostrophes straightened; words, numbers (`100.4`), emoji, and single marks of punctuation. Title tokens come first. */
  readonly tokens: readonly string[];
  /** The number of each token in the dictionary's edition. */
  readonly numbers: readonly number[];
  readonly edition: number;
  /** UTF-16 offsets of each token, into the title for the first `titleTokens`, else into the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly titleTokens: number;
  /** Index of the first token of each sentence. */
  readonly sentences: readonly number[];
};

/** Longer texts are judged by their beginning: nobody reviews a practice in more, and articles say it first. */
export const longestJudged = 6000;

/** Cuts a title and a text into tokens; never throws, whatever the characters. */
export const readDocument = (text: string, title = ''): Document => {
  const edition = openEdition();
  const document: Mutable = { tokens: [], numbers: [], starts: [], ends: [], sentences: [] };
  cut(title.slice(0, longestJudged), document);
  const titleTokens = document.tokens.length;
  cut(text.slice(0, longestJudged), document);
  return { text, title, titleTokens, edition, ...document };
};

type Mutable = {
  tokens: string[];
  numbers: number[];
  starts: number[];
  ends: number[];
  sentences: number[];
};

/** Scanned by hand: a Unicode regular expression takes five times as long, and every text passes here. */
const cut = (part: string, { tokens, numbers, starts, ends, sentences }: Mutable): void => {
  const lowered = part.toLowerCase();
  // Lower-casing changes the length of a few letters (İ); then each token is lowered by itself.
  const lower = lowered.length === part.length ? lowered : undefined;
  const hasCurled = part.includes(curled);
  let fresh = true;
  let at = 0;
  while (at < part.length) {
    const kind = kindAt(part, at);
    if (kind === space) {
      if (part.charCodeAt(at) === newline && isBlankLine(part, at)) fresh = true;
      at++;
      continue;
    }
    const end = kind === word ? wordEnd(part, at) : markEnd(part, at);
    const number =
      lower === undefined || (hasCurled && kind === word)
        ? numberOf(straightened(part.slice(at, end).toLowerCase(), kind))
        : numberIn(lower, at, end);
    const token = spellingOf(number);
    if (fresh) sentences.push(tokens.length);
    fresh = kind === mark && endsSentence(token, tokens.at(-1), part, end);
    tokens.push(token);
    numbers.push(number);
    starts.push(at);
    ends.push(end);
    at = end;
  }
};

const curled = '\u2019';

const straightened = (token: string, kind: number): string =>
  kind === word ? token.replaceAll(curled, "'") : token;

const space = 1;
const word = 2;
const mark = 3;
const newline = 10;

/** The kind of every UTF-16 unit met so far; 0 is not yet asked. Letters beyond the first plane are asked each time. */
const known = new Uint8Array(65_536);

const kindAt = (part: string, at: number): number => {
  if (at >= part.length) return space;
  const code = part.charCodeAt(at);
  if (code >> 10 === surrogate) return kindOf(String.fromCodePoint(part.codePointAt(at) ?? code));
  return known[code] || (known[code] = kindOf(String.fromCharCode(code)));
};

/** The upper bits of the first half of a pair. */
const surrogate = 0x36;

const kindOf = (character: string): number => {
  if (/[\p{L}\p{N}\p{M}]/u.test(character)) return word;
  return /[\s\p{C}]/u.test(character) ? space : mark;
};

const wordEnd = (part: string, from: number): number => {
  let at = from;
  while (at < part.length) {
    // Most letters were met before.
    if (known[part.charCodeAt(at)] === word) at++;
    else if (kindAt(part, at) === word) at += part.charCodeAt(at) >> 10 === surrogate ? 2 : 1;
    else if (joins(part, at)) at++;
    else break;
  }
  return Math.min(at, part.length);
};

/** An apostrophe between letters, and a point or comma between digits, belong to the word. */
const joins = (part: string, at: number): boolean => {
  const code = part.charCodeAt(at);
  if (code === 0x27 || code === 0x2019) return kindAt(part, at + 1) === word;
  return (code === 0x2e || code === 0x2c) && isDigit(part, at - 1) && isDigit(part, at + 1);
};

const isDigit = (part: string, at: number): boolean => {
  const code = part.charCodeAt(at);
  return code >= 48 && code <= 57;
};

/** A mark stands alone, but a hash or an at sign keeps the word that it marks. */
const markEnd = (part: string, at: number): number => {
  const code = part.charCodeAt(at);
  const tags = code === 0x23 || code === 0x40;
  if (tags && kindAt(part, at + 1) === word) return wordEnd(part, at + 1);
  return at + (code >> 10 === surrogate ? 2 : 1);
};

const isBlankLine = (part: string, at: number): boolean => {
  for (let next = at + 1; next < part.length && next < at + 20; next++) {
    const code = part.charCodeAt(next);
    if (code === newline) return true;
    if (code !== 32 && code !== 9 && code !== 13) return false;
  }
  return false;
};

/** "Dr. Osei", "p.m." and "example.com" go on after their point. */
const endsSentence = (
  token: string,
  before: string | undefined,
  part: string,
  end: number,
): boolean => {
  if (token === '!' || token === '?') return true;
  if (token !== '.') return false;
  if (before !== undefined && (abbreviations.has(before) || /^[b-hj-z]$/.test(before)))
    return false;
  return !/^(?:com|org|net|gov|edu|html?)\b/i.test(part.slice(end, end + 5));
};

const abbreviations = new Set([
  'dr',
  'drs',
  'mr',
  'mrs',
  'ms',
  'prof',
  'st',
  'vs',
  'dra',
  'sr',
  'sra',
]);

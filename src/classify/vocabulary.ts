import { fold } from '../text/fold.ts';

/** What patterns need to know of one word: the classes that hold it, as bits, and its value when it is a number. */
export type WordBits = {
  readonly bits: Uint32Array;
  /** NaN when it is no number. */
  readonly value: number;
  readonly isBorder: boolean;
};

/** A word with what somebody knows of it; undefined stands for marks, which patterns do not see. */
export type LookUp<Known> = (token: string) => (WordBits & { readonly known: Known }) | undefined;

/** Stands between sentences, so that no pattern runs from one into the next. */
export const border = '\n';

/** A class of words as a lexicon writes it. */
export type WordClass = {
  readonly words: ReadonlySet<string>;
  readonly beginnings: readonly string[];
};

/** Numbers the classes of words and says of a word which hold it; a test is then one bit. */
export type Vocabulary = {
  readonly classOf: (words: WordClass) => number;
  /** Call it when all classes are known; `know` is asked once for every word that is met. */
  readonly lookUp: <Known>(know: (word: WordBits) => Known) => LookUp<Known>;
};

export const createVocabulary = (): Vocabulary => {
  const numbers = new Map<string, number>();
  const classes: WordClass[] = [];
  const seen = new Map<WordClass, number>();
  return {
    classOf: words => {
      const known = seen.get(words);
      if (known !== undefined) return known;
      const key = `${[...words.words].join(' ')}|${words.beginnings.join(' ')}`;
      const number = numbers.get(key) ?? classes.push(words) - 1;
      numbers.set(key, number);
      seen.set(words, number);
      return number;
    },
    lookUp: know => createLookUp(classes, know),
  };
};

/** About 4 MB of remembered words; a stream of ever new words starts afresh. */
const mostMet = 20_000;

const createLookUp = <Known>(
  classes: readonly WordClass[],
  know: (word: WordBits) => Known,
): LookUp<Known> => {
  const length = Math.ceil(classes.length / 32);
  const none = new Uint32Array(length);
  const exact = new Map<string, number[]>();
  const beginnings: [string, number][] = [];
  for (const [number, { words, beginnings: starts }] of classes.entries()) {
    for (const word of words) {
      const held = exact.get(word);
      if (held) held.push(number);
      else exact.set(word, [number]);
    }
    for (const start of starts) beginnings.push([start, number]);
  }
  const read = (token: string) => {
    const word = wordOf(token);
    if (word === '') return undefined;
    const held = [...(exact.get(word) ?? [])];
    for (const [start, number] of beginnings) if (word.startsWith(start)) held.push(number);
    const value = /^\d/.test(word) ? Number.parseFloat(word) : Number.NaN;
    const bits = held.length === 0 ? none : new Uint32Array(length);
    for (const number of held) bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
    const plain = { bits, value, isBorder: word === border };
    return { ...plain, known: know(plain) };
  };
  let met = new Map<string, ReturnType<typeof read>>();
  return token => {
    const known = met.get(token);
    if (known !== undefined) return known;
    if (met.has(token)) return undefined;
    const fresh = read(token);
    if (met.size > mostMet) met = new Map();
    met.set(token, fresh);
    return fresh;
  };
};

/** Accents are dropped, so that patterns need not spell them; a comma parts words, a question mark asks, and emoji speak. */
const wordOf = (token: string): string => {
  if (token === border || /^[a-z\d]/.test(token))
    return /^[ -~\n]+$/.test(token) ? token : fold(token);
  if (/^[,;:]$/.test(token)) return ',';
  if (token === '?') return token;
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(token) ? fold(token) : '';
};

/** Whether a class holds a word. */
export const holds = ({ bits }: WordBits, number: number): boolean =>
  (((bits[number >> 5] ?? 0) >>> (number & 31)) & 1) === 1;

import { fold } from '../text/fold.ts';

/** What patterns need to know of one word: the classes that hold it, as bits, and its value when it is a number. */
export type WordBits = {
  readonly bits: Uint32Array;
  /** The same as numbers, ascending. */
  readonly classes: readonly number[];
  /** NaN when it is no number. */
  readonly value: number;
  readonly isBorder: boolean;
};

/** Reads a token as patterns see it; false stands for marks, which they do not see. */
export type ReadWord = (token: string) => WordBits | false;

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
  /** One class of all the words of several. */
  readonly together: (numbers: readonly number[]) => number;
  /** Call it when all classes are known. */
  readonly reader: () => ReadWord;
};

export const createVocabulary = (): Vocabulary => {
  const numbers = new Map<string, number>();
  const classes: WordClass[] = [];
  const seen = new Map<WordClass, number>();
  const classOf = (words: WordClass): number => {
    const known = seen.get(words);
    if (known !== undefined) return known;
    const key = `${[...words.words].join(' ')}|${words.beginnings.join(' ')}`;
    const number = numbers.get(key) ?? classes.push(words) - 1;
    numbers.set(key, number);
    seen.set(words, number);
    return number;
  };
  return {
    classOf,
    together: some => {
      const own = some.flatMap(number => classes[number] ?? []);
      const words = new Set(own.flatMap(one => [...one.words]));
      return classOf({ words, beginnings: own.flatMap(one => one.beginnings) });
    },
    reader: () => createReader(classes),
  };
};

const createReader = (classes: readonly WordClass[]): ReadWord => {
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
  return token => {
    const word = wordOf(token);
    if (word === '') return false;
    const held = [...(exact.get(word) ?? [])];
    for (const [start, number] of beginnings) if (word.startsWith(start)) held.push(number);
    const value = /^\d/.test(word) ? Number.parseFloat(word) : Number.NaN;
    const bits = held.length === 0 ? none : new Uint32Array(length);
    for (const number of held) bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
    const sorted = [...new Set(held)].sort((a, b) => a - b);
    return { bits, classes: sorted, value, isBorder: word === border };
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
export const holds = ({ bits }: WordBits, number: number): boolean => isHeld(bits, number);

/** Whether a class is among those given as bits. */
export const isHeld = (bits: Uint32Array, number: number): boolean =>
  (((bits[number >> 5] as number) >>> (number & 31)) & 1) === 1;

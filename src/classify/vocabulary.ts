/** What patterns need to know of one word: the classes that hold it, as bits, and its value when it is a number. */
export type WordBits = {
  readonly bits: Uint32Array;
  readonly value: number;
  readonly isBorder: boolean;
};

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
  /** Call it when all classes are known. */
  readonly lookUp: () => (word: string) => WordBits;
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
    lookUp: () => createLookUp(classes),
  };
};

/** About 4 MB of remembered words; a stream of ever new words starts afresh. */
const mostMet = 20_000;

const createLookUp = (classes: readonly WordClass[]): ((word: string) => WordBits) => {
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
  const read = (word: string): WordBits => {
    const held = [...(exact.get(word) ?? [])];
    for (const [start, number] of beginnings) if (word.startsWith(start)) held.push(number);
    const value = /^\d/.test(word) ? Number.parseFloat(word) : Number.NaN;
    if (held.length === 0) return { bits: none, value, isBorder: word === border };
    const bits = new Uint32Array(length);
    for (const number of held) bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
    return { bits, value, isBorder: word === border };
  };
  let met = new Map<string, WordBits>();
  return word => {
    const known = met.get(word);
    if (known !== undefined) return known;
    const fresh = read(word);
    if (met.size > mostMet) met = new Map();
    met.set(word, fresh);
    return fresh;
  };
};

/** Whether a class holds a word. */
export const holds = ({ bits }: WordBits, number: number): boolean =>
  (((bits[number >> 5] ?? 0) >>> (number & 31)) & 1) === 1;

/**
 * Every distinct token has a number, so that what depends on the token alone is worked out once and then read from an
 * array. Looked up by each stage anew, the tokens of a text cost half of its judgement.
 */
const spellings: string[] = [];
/** Where the number of a token stands, plus one, by open addressing of its hash. */
const slots = new Int32Array(2 ** 17);
let edition = 0;

/** About 10 MB with all that is remembered; a stream of ever new words starts afresh, in a new edition. */
const mostMet = 50_000;

/** Begins a text; its numbers hold in this edition. */
export const openEdition = (): number => {
  if (spellings.length <= mostMet) return edition;
  slots.fill(0);
  spellings.length = 0;
  return ++edition;
};

/** The number of a token in the edition that was opened last. */
export const numberOf = (token: string): number => numberIn(token, 0, token.length);

/** The same for a token within a text, which is cut out only when it is met for the first time. */
export const numberIn = (text: string, from: number, to: number): number => {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  let slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
  for (;;) {
    const number = (slots[slot] as number) - 1;
    if (number < 0) break;
    if (isSpelled(spellings[number] as string, text, from, to)) return number;
    slot = (slot + 1) & (slots.length - 1);
  }
  slots[slot] = spellings.push(text.slice(from, to));
  return spellings.length - 1;
};

const isSpelled = (spelling: string, text: string, from: number, to: number): boolean => {
  if (spelling.length !== to - from) return false;
  for (let at = from; at < to; at++)
    if (text.charCodeAt(at) !== spelling.charCodeAt(at - from)) return false;
  return true;
};

/** The token with a number: one string for all its occurrences, which makes comparing cheap. */
export const spellingOf = (number: number): string => spellings[number] ?? '';

/** The tokens of a text with their numbers. */
export type Numbered = {
  readonly tokens: readonly string[];
  readonly numbers: readonly number[];
  readonly edition: number;
};

/** Answers for all tokens of a text, by their numbers; `read` is asked once for every distinct token. */
export const rememberTokens = <Value extends object | string | number | boolean>(
  read: (token: string) => Value,
): ((text: Numbered) => readonly Value[]) => {
  let of = -1;
  let count = 0;
  let answers: (Value | undefined)[] = [];
  return text => {
    if (of !== text.edition) {
      of = text.edition;
      count = 0;
      answers = [];
    }
    if (areAllKnown(of, count)) return answers as readonly Value[];
    for (let at = 0; at < text.numbers.length; at++) {
      const number = text.numbers[at] as number;
      if (answers[number] !== undefined) continue;
      // Filled without holes: an array with large ones becomes a slow table.
      while (answers.length <= number) answers.push(undefined);
      answers[number] = read(text.tokens[at] as string);
      count++;
    }
    return answers as readonly Value[];
  };
};

/** As `rememberTokens`, for answers of so many integers each: those of a token begin at its number times `width`. */
export const rememberIntegers = (
  width: number,
  read: (token: string, answers: Int32Array, from: number) => void,
): ((text: Numbered) => Int32Array) => {
  let of = -1;
  let count = 0;
  let answers = new Int32Array(0);
  let isKnown = new Uint8Array(0);
  const grow = (number: number) => {
    const size = Math.max(1024, 2 ** Math.ceil(Math.log2(number + 1)));
    const [before, knownBefore] = [answers, isKnown];
    answers = new Int32Array(size * width);
    isKnown = new Uint8Array(size);
    answers.set(before);
    isKnown.set(knownBefore);
  };
  return text => {
    if (of !== text.edition) {
      of = text.edition;
      count = 0;
      [answers, isKnown] = [new Int32Array(0), new Uint8Array(0)];
    }
    if (areAllKnown(of, count)) return answers;
    for (let at = 0; at < text.numbers.length; at++) {
      const number = text.numbers[at] as number;
      if (isKnown[number] === 1) continue;
      if (number >= isKnown.length) grow(number);
      isKnown[number] = 1;
      count++;
      read(text.tokens[at] as string, answers, number * width);
    }
    return answers;
  };
};

/** Whether so many answers are those of all tokens: most texts bring no new word, and need not be gone through. */
const areAllKnown = (of: number, count: number): boolean =>
  of === edition && count === spellings.length;

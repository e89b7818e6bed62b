/**
 * The words of a text as 32-bit numbers, in order: lower case, without punctuation. They stand in `room` when that is
 * given and large enough (half as many as characters), which spares thousands of short-lived arrays.
 */
export const wordPrints = (text: string, room?: Uint32Array): Uint32Array => {
  const lower = text.toLowerCase();
  const most = (lower.length >> 1) + 1;
  const prints = room && room.length >= most ? room : new Uint32Array(most);
  let count = 0;
  let print = 0;
  let inWord = false;
  for (let at = 0; at <= lower.length; at++) {
    const unit = at < lower.length ? lower.charCodeAt(at) : 32;
    if (isOfWord(unit)) {
      print = Math.imul(inWord ? print ^ unit : 0x811c9dc5 ^ unit, 0x01000193);
      inWord = true;
    } else if (inWord && !isApostrophe(unit)) {
      prints[count++] = mixed(print);
      inWord = false;
    }
  }
  return prints.subarray(0, count);
};

const shingleWords = 3;

/** The distinct runs of three words, as sorted 32-bit numbers; a text with fewer words is one run. */
export const shingles = (words: Uint32Array): Uint32Array => {
  if (words.length === 0) return words;
  const runs = new Uint32Array(Math.max(1, words.length - shingleWords + 1));
  for (let at = 0; at < runs.length; at++) runs[at] = runOf(words, at, shingleWords);
  runs.sort();
  let count = 0;
  for (let at = 0; at < runs.length; at++)
    if (at === 0 || runs[at] !== runs[at - 1]) runs[count++] = runs[at] ?? 0;
  return runs.subarray(0, count);
};

/** How many of all runs of two texts are common to both: 0 to 1 (Jaccard). */
export const resemblance = (a: Uint32Array, b: Uint32Array): number => {
  const common = commonOf(a, b);
  return common === 0 ? 0 : common / (a.length + b.length - common);
};

/** How much of the shorter text's runs are in the longer: 0 to 1. */
export const containment = (a: Uint32Array, b: Uint32Array): number =>
  Math.min(a.length, b.length) === 0 ? 0 : commonOf(a, b) / Math.min(a.length, b.length);

/**
 * A few of a text's runs of five words, chosen alike in any text: the smallest. Two texts that share half of them share
 * three of twelve anchors in 98 of 100 cases (binomial), so candidates can be looked up by anchors. Three words would
 * do for comparing but are too common to look up by. The first anchor is of the whole text.
 */
export const anchors = (words: Uint32Array): readonly number[] => {
  if (words.length === 0) return [];
  const smallest: number[] = [];
  const last = Math.max(0, words.length - 5);
  for (let at = 0; at <= last; at++) keepSmallest(smallest, runOf(words, at, 5));
  return [runOf(words, 0, words.length), ...smallest];
};

/** Puts a number in its place among the smallest so far, unless it is there or too large. */
const keepSmallest = (smallest: number[], value: number): void => {
  let at = smallest.length;
  if (at === anchorCount && value >= (smallest[at - 1] ?? 0)) return;
  while (at > 0 && (smallest[at - 1] ?? 0) > value) at--;
  if (smallest[at - 1] === value) return;
  smallest.splice(at, 0, value);
  if (smallest.length > anchorCount) smallest.pop();
};
const anchorCount = 12;

const commonOf = (a: Uint32Array, b: Uint32Array): number => {
  let [i, j, common] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [left = 0, right = 0] = [a[i], b[j]];
    if (left === right) common++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return common;
};

const runOf = (words: Uint32Array, from: number, length: number): number => {
  let run = 0x9e3779b9;
  for (let at = from; at < from + length; at++) {
    run = Math.imul(run ^ (words[at] ?? 0), 0x85ebca6b);
    run ^= run >>> 15;
  }
  return mixed(run);
};

/** MurmurHash3's finaliser, so that neighbouring numbers are as good as random. */
const mixed = (value: number): number => {
  const first = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
};

/** Letters, digits and what lies beyond ASCII, but for general punctuation and CJK marks. */
const isOfWord = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) ||
  (unit >= 48 && unit <= 57) ||
  (unit > 0xbf && !(unit >= 0x2000 && unit <= 0x206f) && !(unit >= 0x3000 && unit <= 0x303f));

/** Dropped within words, so that "don't" is one word however it is written. */
const isApostrophe = (unit: number): boolean => unit === 39 || unit === 0x2019;

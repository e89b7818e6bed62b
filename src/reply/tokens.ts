/** A draft cut into words for screening: contractions opened up, so that a rule meets each word in one spelling. */
export type Tokens = {
  readonly text: string;
  /** Lower-case words, numbers and single marks of punctuation. */
  readonly words: readonly string[];
  /** UTF-16 offsets of each token into the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** For each token, the index of the sentence it stands in. */
  readonly sentenceOf: readonly number[];
  /** For each sentence, its first token and the token after its last. */
  readonly sentences: readonly { readonly from: number; readonly to: number }[];
};

/** Cuts a text into tokens and sentences in one pass; never throws, whatever the characters. */
export const tokensOf = (text: string): Tokens => {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: found, index } of text.matchAll(token)) {
    let start = index;
    for (const [part, length] of opened(found.toLowerCase().replaceAll('\u2019', "'"))) {
      words.push(part);
      starts.push(start);
      ends.push(Math.min(start + length, index + found.length));
      start += length;
    }
  }
  return { text, words, starts, ends, ...sentencesOf({ text, words, starts, ends }) };
};

const token =
  /[\p{L}\p{N}\p{M}]+(?:['\u2019-][\p{L}\p{N}\p{M}]+)*|\p{Extended_Pictographic}|[^\s\p{L}\p{N}]/gu;

/** How people write two words as one, with and without the apostrophe. */
const shortForms: Readonly<Record<string, readonly [string, string]>> = {
  cannot: ['can', 'not'],
  "can't": ['can', 'not'],
  cant: ['can', 'not'],
  "won't": ['will', 'not'],
  wont: ['will', 'not'],
  dont: ['do', 'not'],
  didnt: ['did', 'not'],
  doesnt: ['does', 'not'],
  isnt: ['is', 'not'],
  wasnt: ['was', 'not'],
  youre: ['you', 'are'],
  youve: ['you', 'have'],
  youll: ['you', 'will'],
  im: ['i', 'am'],
  ive: ['i', 'have'],
};

const endings: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'ll", 'will'],
  ["'ve", 'have'],
  ["'re", 'are'],
  ["'m", 'am'],
  ["'d", "'d"],
  ["'s", "'s"],
];

const spellings: Readonly<Record<string, string>> = {
  u: 'you',
  ur: 'your',
  pls: 'please',
  plz: 'please',
  ya: 'you',
  canceled: 'cancelled',
  appt: 'appointment',
  appts: 'appointments',
  meds: 'medications',
  med: 'medication',
  rx: 'prescription',
};

/** A word as its parts, each with the number of characters that it takes of the text. */
const opened = (word: string): readonly (readonly [string, number])[] => {
  const short = Object.hasOwn(shortForms, word) ? shortForms[word] : undefined;
  if (short) {
    const first = Math.min(short[0].length, word.length - 1);
    return [
      [short[0], first],
      [short[1], word.length - first],
    ];
  }
  const ending = word.includes("'") ? endings.find(([end]) => word.endsWith(end)) : undefined;
  if (ending && word.length > ending[0].length) {
    const stem = word.slice(0, -ending[0].length);
    return [
      [spelled(stem), stem.length],
      [ending[1], ending[0].length],
    ];
  }
  return [[spelled(word), word.length]];
};

const spelled = (word: string): string =>
  Object.hasOwn(spellings, word) ? (spellings[word] ?? word) : word;

type Cut = Pick<Tokens, 'text' | 'words' | 'starts' | 'ends'>;

const sentencesOf = (cut: Cut): Pick<Tokens, 'sentences' | 'sentenceOf'> => {
  const sentences: { from: number; to: number }[] = [];
  const sentenceOf: number[] = [];
  let from = 0;
  for (let at = 0; at < cut.words.length; at++) {
    if (at > from && startsSentence(cut, at)) {
      sentences.push({ from, to: at });
      from = at;
    }
    sentenceOf.push(sentences.length);
  }
  if (cut.words.length > 0) sentences.push({ from, to: cut.words.length });
  return { sentences, sentenceOf };
};

const abbreviations = new Set(['dr', 'mr', 'mrs', 'ms', 'st', 'vs', 'prof', 'approx', 'ave']);

const startsSentence = ({ text, words, starts, ends }: Cut, at: number): boolean => {
  const last = words[at - 1] ?? '';
  const gap = text.slice(ends[at - 1], starts[at]);
  if (gap.includes('\n')) return true;
  if (last === '!' || last === '?') return words[at] !== '!' && words[at] !== '?';
  if (last !== '.' || gap === '') return false;
  const before = words[at - 2] ?? '';
  const initial = before.length === 1 && /\p{L}/u.test(before) && before !== 'i';
  return !abbreviations.has(before) && !initial;
};

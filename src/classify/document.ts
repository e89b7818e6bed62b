/** A text cut into tokens that remember where they stood, shared by all who judge it. */
export type Document = {
  readonly text: string;
  readonly title: string;
  /** Lower-case, apostrophes straightened; words, numbers, emoji, and single marks of punctuation. Title tokens come first. */
  readonly tokens: readonly string[];
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
  const document: Mutable = { tokens: [], starts: [], ends: [], sentences: [] };
  cut(title.slice(0, longestJudged), document);
  const titleTokens = document.tokens.length;
  cut(text.slice(0, longestJudged), document);
  return { text, title, titleTokens, ...document };
};

type Mutable = { tokens: string[]; starts: number[]; ends: number[]; sentences: number[] };

const token =
  /[\p{L}\p{N}\p{M}]+(?:['\u2019][\p{L}\p{M}]+)*|\p{Extended_Pictographic}|[#@]?[\p{L}\p{N}_]+|[^\s\p{L}\p{N}]/gu;

const cut = (part: string, { tokens, starts, ends, sentences }: Mutable): void => {
  let fresh = true;
  for (const { 0: word, index } of part.matchAll(token)) {
    if (fresh) sentences.push(tokens.length);
    tokens.push(word.toLowerCase().replace('\u2019', "'"));
    starts.push(index);
    ends.push(index + word.length);
    fresh = word === '.' || word === '!' || word === '?';
  }
};

import { fold } from '../text/fold.ts';

/** A name as folded words, and how it was written. */
type Name = { readonly words: readonly string[]; readonly written: string };

/**
 * Returns a function that replaces the names of people in any words, not only in their own. `open` are the names that
 * are no secret: of the practice and its clinicians. A name of one plain word ("will", "Patient") is hidden only where
 * it could not be that word.
 */
export const nameHider = (
  authors: Iterable<string>,
  open: readonly string[],
): ((words: string) => string) => {
  const kept = new Set([...open, ...nobodysNames].map(fold));
  const byFirst = new Map<string, Name[]>();
  const surnames = new Set<string>();
  for (const author of new Set(authors)) {
    const words = fold(author).match(wordsOfName) ?? [];
    const [first = ''] = words;
    if (author.length < 3 || kept.has(fold(author)) || first === '') continue;
    if (words.length === 1 && !isTelling(author.trim())) continue;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, written: author.trim() }]);
    const last = words.at(-1) ?? '';
    if (words.length > 1 && last.length > 2 && !kept.has(last)) surnames.add(last);
  }
  return text => hidden(text, byFirst, surnames);
};

const nobodysNames = [
  'anonymous',
  'a google user',
  'google user',
  'guest',
  'patient',
  'parent',
  'user',
  'staff',
  'admin',
  'reviewer',
];

const wordsOfName = /[\p{L}\p{N}_]+(?:['\u2019.-][\p{L}\p{N}_]+)*/gu;

/** A handle with digits or marks, or a capital: what is all small letters may be any word. */
const isTelling = (word: string): boolean => /[\p{N}_.]|\p{Lu}/u.test(word) && word.length >= 4;

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mister', 'madam']);

const hidden = (
  text: string,
  byFirst: ReadonlyMap<string, readonly Name[]>,
  surnames: ReadonlySet<string>,
): string => {
  const found = [...text.matchAll(wordsOfName)];
  const folded = found.map(([word]) => fold(word));
  let out = '';
  let done = 0;
  for (let at = 0; at < found.length; at++) {
    const start = found[at]?.index ?? 0;
    const length =
      lengthAt(folded, found, at, byFirst.get(folded[at] ?? '') ?? []) ||
      (titles.has((folded[at - 1] ?? '').replace('.', '')) && surnames.has(folded[at] ?? '')
        ? 1
        : 0);
    if (length === 0) continue;
    const last = found[at + length - 1];
    out += `${text.slice(done, start)}[name]`;
    done = (last?.index ?? 0) + (last?.[0].length ?? 0);
    at += length - 1;
  }
  return done === 0 ? text : out + text.slice(done);
};

/** How many words of the longest name that stands at a place; none is 0. */
const lengthAt = (
  folded: readonly string[],
  found: readonly RegExpExecArray[],
  at: number,
  names: readonly Name[],
): number =>
  names.reduce((longest, { words, written }) => {
    const isHere =
      words.length === 1
        ? found[at]?.[0] === written
        : words.every((word, ahead) => folded[at + ahead] === word);
    return isHere && words.length > longest ? words.length : longest;
  }, 0);

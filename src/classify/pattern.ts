import { border } from './vocabulary.ts';

/**
 * The small language in which `data/lexicons` says what people write. A pattern is a row of
 * `word`, `one|other`, `one|two_words`, `begin*`, `(two words | one)`, `maybe?`, `..3` (up to three words), `#` (a number),
 * `#100.4-108` (a number in that range), `@name` (a set defined before) `^` (where a sentence begins or ends) and `@asks` (a question mark).
 */
export type Element =
  | {
      readonly kind: 'words';
      readonly words: ReadonlySet<string>;
      readonly beginnings: readonly string[];
    }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'either'; readonly ways: readonly Pattern[] };

export type Pattern = readonly Element[];

export type Sets = ReadonlyMap<string, Pattern>;

/** Reads one pattern; throws a sentence that names what is wrong, since lexicons are ours and a bad one is a bug. */
export const parsePattern = (source: string, sets: Sets): Pattern => {
  const pieces = source.match(/\s\|(?=\s)|\||[()]|[^\s()|]+/g) ?? [];
  const reader: Reader = {
    pieces: pieces.map(piece => (piece.trim() === piece ? piece : or)),
    at: 0,
    sets,
    source,
  };
  const ways = alternatives(reader);
  if (reader.at < pieces.length) throw new Error(`unexpected "${pieces[reader.at]}" in: ${source}`);
  return oneOf(ways);
};

type Reader = {
  readonly pieces: readonly string[];
  at: number;
  readonly sets: Sets;
  readonly source: string;
};

/** ` | ` between rows binds less than `one|other` between words. */
const or = ' | ';

const oneOf = (ways: readonly Pattern[]): Pattern => {
  const [only] = ways;
  if (ways.length === 1 && only !== undefined) return only;
  const flat = ways.flatMap(way => {
    const [first] = way;
    return way.length === 1 && first?.kind === 'either' ? first.ways : [way];
  });
  const singles = flat.flatMap(([first, ...rest]) =>
    first?.kind === 'words' && rest.length === 0 ? [first] : [],
  );
  const others = flat.filter(([first, ...rest]) => first?.kind !== 'words' || rest.length > 0);
  const merged: readonly Pattern[] = singles.length === 0 ? [] : [[mergeWords(singles)]];
  const [single, ...more] = [...merged, ...others];
  return single !== undefined && more.length === 0
    ? single
    : [{ kind: 'either', ways: [...merged, ...others] }];
};

/** One class for all single words makes one test of many. */
const mergeWords = (
  elements: readonly Extract<Element, { kind: 'words' }>[],
): Extract<Element, { kind: 'words' }> => ({
  kind: 'words',
  words: new Set(elements.flatMap(element => [...element.words])),
  beginnings: elements.flatMap(element => element.beginnings),
});

const alternatives = (reader: Reader): readonly Pattern[] => {
  const ways = [row(reader)];
  while (take(reader, or)) ways.push(row(reader));
  return ways;
};

const take = (reader: Reader, piece: string): boolean => {
  if (reader.pieces[reader.at] !== piece) return false;
  reader.at++;
  return true;
};

const row = (reader: Reader): Pattern => {
  const elements: Element[] = [];
  for (;;) {
    const piece = reader.pieces[reader.at];
    if (piece === undefined || piece === or || piece === ')') return elements;
    elements.push(...item(reader));
  }
};

/** `one|other|(two words)`, and all of it may be left out when a "?" follows. */
const item = (reader: Reader): Pattern => {
  const ways: Pattern[] = [];
  const plain: string[] = [];
  let isOptional = false;
  do {
    const piece = reader.pieces[reader.at++] ?? '';
    if (piece === '(') {
      ways.push(oneOf(alternatives(reader)));
      if (!take(reader, ')')) throw new Error(`a ")" is missing in: ${reader.source}`);
      isOptional = take(reader, '?');
    } else {
      isOptional = piece.endsWith('?');
      const name = isOptional ? piece.slice(0, -1) : piece;
      const element = special(name, reader);
      if (element) ways.push(element);
      else if (name.includes('_'))
        ways.push(name.split('_').map(word => words([word], reader.source)));
      else plain.push(name);
    }
  } while (take(reader, '|'));
  if (plain.length > 0) ways.push([words(plain, reader.source)]);
  return isOptional ? [{ kind: 'either', ways: [oneOf(ways), []] }] : oneOf(ways);
};

const special = (name: string, { sets, source }: Reader): Pattern | undefined => {
  if (name === '^') return [{ kind: 'words', words: new Set([border]), beginnings: [] }];
  if (name === '@asks') return [{ kind: 'words', words: new Set(['?']), beginnings: [] }];
  if (/^@[\w-]+$/.test(name)) return set(name, sets, source);
  const [, most] = /^\.\.(\d{1,2})$/.exec(name) ?? [];
  if (most !== undefined) return [{ kind: 'gap', most: Number(most) }];
  if (name === '#') return [{ kind: 'number', least: 0, most: Infinity }];
  const [, from, to] = /^#([\d.]+)-([\d.]+)$/.exec(name) ?? [];
  return from === undefined
    ? undefined
    : [{ kind: 'number', least: Number(from), most: Number(to) }];
};

const set = (name: string, sets: Sets, source: string): Pattern => {
  const found = sets.get(name);
  if (found === undefined) throw new Error(`${name} is not defined before: ${source}`);
  return found;
};

const words = (alternatives: readonly string[], source: string): Element => {
  const exact = new Set<string>();
  const beginnings: string[] = [];
  for (const alternative of alternatives) {
    if (!/^[\p{L}\p{N}'#@,\p{Extended_Pictographic}]+\*?$/u.test(alternative))
      throw new Error(`"${alternative}" is no word in: ${source}`);
    if (alternative.endsWith('*')) beginnings.push(alternative.slice(0, -1));
    else for (const spelling of spellings(alternative)) exact.add(spelling);
  }
  return { kind: 'words', words: exact, beginnings };
};

/** People leave apostrophes out; not where that makes another word. */
const spellings = (word: string): readonly string[] => {
  const bare = word.replaceAll("'", '');
  return bare === word || otherWords.has(bare) ? [word] : [word, bare];
};

const otherWords = new Set([
  'ill',
  'were',
  'its',
  'wed',
  'well',
  'shell',
  'hell',
  'id',
  'shed',
  'odd',
]);

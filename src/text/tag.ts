/** A start or end tag; `end` is the offset after its `>`. Names are in lower case and without prefix. */
export type Tag = {
  readonly kind: 'tag';
  readonly name: string;
  readonly end: number;
  readonly closes: boolean;
  readonly selfCloses: boolean;
};

/** A comment, declaration or instruction (`aside`), or a CDATA section with its text range (`verbatim`). */
type Other =
  | { readonly kind: 'aside'; readonly end: number }
  | {
      readonly kind: 'verbatim';
      readonly end: number;
      readonly from: number;
      readonly to: number;
    };

/** Longer tags are no tags: the bound keeps text full of `<a` without `>` linear. */
const longestTag = 20_000;

/** What begins with the `<` at `open`; undefined when that is just a character. */
export const tagAt = (html: string, open: number): Tag | Other | undefined => {
  const first = html.charCodeAt(open + 1);
  if (first === bang) return declarationAt(html, open);
  if (first === questionMark) return asideUntil(html, open, '>');
  const closes = first === slash;
  const from = closes ? open + 2 : open + 1;
  if (!isLetter(html.charCodeAt(from))) return undefined;
  let to = from + 1;
  while (isNamePart(html.charCodeAt(to))) to++;
  const end = tagEnd(html, to);
  if (end === -1) return undefined;
  const name = html.slice(from, to).toLowerCase();
  const prefix = name.lastIndexOf(':');
  return {
    kind: 'tag',
    name: prefix === -1 || name === 'o:p' ? name : name.slice(prefix + 1),
    end,
    closes,
    selfCloses: html.charCodeAt(end - 2) === slash,
  };
};

/** After the `>` that ends a tag, looking over quoted values; the text's end when a tag is cut off there. */
const tagEnd = (html: string, from: number): number => {
  const last = Math.min(html.length, from + longestTag);
  for (let index = from; index < last; index++) {
    const unit = html.charCodeAt(index);
    if (unit === greater) return index + 1;
    if (unit === less) return -1;
    if (unit !== equals) continue;
    while (isSpace(html.charCodeAt(index + 1))) index++;
    const quote = html.charCodeAt(index + 1);
    if (quote !== doubleQuote && quote !== singleQuote) continue;
    const closing = closingQuote(html, index + 2, last, quote);
    if (closing !== -1) index = closing;
  }
  return last === html.length && html.length - from < longestCutTag ? last : -1;
};

/** A tag at the very end of a cut text is dropped when it is no longer than this. */
const longestCutTag = 500;

const closingQuote = (html: string, from: number, last: number, quote: number): number => {
  for (let index = from; index < last; index++) if (html.charCodeAt(index) === quote) return index;
  return -1;
};

const declarationAt = (html: string, open: number): Other | undefined => {
  if (html.startsWith('<!--', open)) return asideUntil(html, open, '-->');
  if (!html.startsWith('<![CDATA[', open)) return asideUntil(html, open, '>');
  const close = html.indexOf(']]>', open);
  const to = close === -1 ? html.length : close;
  return { kind: 'verbatim', from: open + 9, to, end: close === -1 ? to : close + 3 };
};

/** An aside that never ends takes the rest of the text with it, as in browsers. */
const asideUntil = (html: string, open: number, terminator: string): Other => {
  const close = html.indexOf(terminator, open + 2);
  return { kind: 'aside', end: close === -1 ? html.length : close + terminator.length };
};

const isLetter = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
const isNamePart = (unit: number): boolean =>
  isLetter(unit) || (unit >= 48 && unit <= 58) || unit === 45;
const isSpace = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13);

const bang = 33;
const doubleQuote = 34;
const singleQuote = 39;
const slash = 47;
const less = 60;
const equals = 61;
const greater = 62;
const questionMark = 63;

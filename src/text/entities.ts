import { decodeHTML } from 'entities/decode';

/** The references that make up nearly all of those in feeds; the rest goes to the full HTML table. */
const common = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/** The longest name in HTML's table has 31 letters; looking no further keeps hostile ampersands linear. */
const longestName = 33;

/**
 * Decodes HTML character references once. What is no reference (a bare `&`, an unknown name) stays as it is; a number
 * that is no character (0, a surrogate, beyond Unicode) becomes U+FFFD, and 128 to 159 are read as windows-1252.
 */
export const decodeEntities = (text: string, declared?: ReadonlyMap<string, string>): string => {
  let ampersand = text.indexOf('&');
  if (ampersand === -1) return text;
  let decoded = '';
  let done = 0;
  for (; ampersand !== -1; ampersand = text.indexOf('&', ampersand + 1)) {
    const end = referenceEnd(text, ampersand + 1);
    if (end === -1) continue;
    const name = text.slice(ampersand + 1, end);
    const character = declared?.get(name) ?? common.get(name) ?? decodeHTML(`&${name};`);
    if (character === `&${name};`) continue;
    decoded += text.slice(done, ampersand) + character;
    done = end + 1;
    ampersand = end;
  }
  return decoded + text.slice(done);
};

/** Whether any reference is left that decoding once more would change, as in `&amp;#39;`. */
export const hasEntities = (text: string): boolean =>
  text.includes('&') && /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]{2,31}\d{0,2});/.test(text);

/** Where the semicolon of the reference stands whose name begins at `start`; -1 when there is none. */
const referenceEnd = (text: string, start: number): number => {
  const last = Math.min(text.length, start + longestName);
  for (let index = start; index < last; index++) {
    const unit = text.charCodeAt(index);
    if (unit === semicolon) return index === start ? -1 : index;
    const isNamePart =
      (unit >= 97 && unit <= 122) ||
      (unit >= 65 && unit <= 90) ||
      (unit >= 48 && unit <= 57) ||
      (unit === hash && index === start);
    if (!isNamePart) return -1;
  }
  return -1;
};

const semicolon = 59;
const hash = 35;

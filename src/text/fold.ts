/** Text for comparing: lower case, without accents, curly quotes straightened, white space single. */
export const fold = (text: string): string =>
  isPlain.test(text) ? text.toLowerCase() : respelt(text).replace(/\s+/g, ' ').toLowerCase();

/** Words of printable ASCII, single spaces between: nearly all that is folded, and ten times as fast. */
const isPlain = /^(?:[!-~]| (?! ))*$/;

const respelt = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"');

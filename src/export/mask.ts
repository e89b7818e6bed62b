import type { MentionRecord } from '../core/record.ts';

/** Stands for a link where those are masked. */
const maskedLink = '[link]';

/**
 * Returns a function that hides who wrote what: authors become "Author 1", "Author 2" in order of appearance, and
 * links, handles, e-mail addresses and phone numbers in the words are replaced, and whatever `hideNames` knows: what one
 * person writes may name another.
 */
export const masker = (
  hideNames: (words: string) => string = words => words,
): ((record: MentionRecord) => MentionRecord) => {
  const numbers = new Map<string, number>();
  const nameless = (author: string) => {
    const number = numbers.get(author) ?? numbers.size + 1;
    numbers.set(author, number);
    return `Author ${number}`;
  };
  return ({ url, author, title, text, alsoIn, ...rest }) => {
    const hide = (words: string) => hideNames(maskWords(words, author));
    return {
      ...rest,
      ...(url === undefined ? {} : { url: maskedLink }),
      ...(author === undefined ? {} : { author: nameless(author) }),
      ...(title === undefined ? {} : { title: hide(title) }),
      text: hide(text),
      alsoIn: alsoIn.map(({ source }) => ({ source })),
    };
  };
};

/** Masking keeps the length of nothing, so evidence spans do not fit masked words; exports give reasons instead. */
const maskWords = (words: string, author: string | undefined): string => {
  const plain = words
    .replace(/\b(?:https?:\/\/|www\.)\S+/gi, maskedLink)
    .replace(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g, '[e-mail]')
    .replace(/(?<![\w@])@[\w.-]{2,64}/g, '[handle]')
    .replace(/(?<![\w/])\/?u\/[\w-]{2,32}/g, '[handle]')
    .replace(
      /(?<![\w-])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ])?\d{3}[-.]\d{4}(?![\w-])/g,
      '[phone]',
    );
  return author === undefined || author.length < 3 ? plain : plain.replaceAll(author, '[name]');
};

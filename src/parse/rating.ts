/** Stars in words, as Google's business profile has them. */
const words = ['one', 'two', 'three', 'four', 'five'];

/** Reads `4`, `4.5`, `4/5`, `8 out of 10`, `80%`, `FIVE` or `★★★★☆` as 1 to 5 stars; undefined when it is none. */
export const parseRating = (written: string, best?: string): number | undefined => {
  const text = written.slice(0, 60).trim().toLowerCase();
  const stars = /^(?:[★☆⭐]\ufe0f?){1,5}$/u.test(text)
    ? (text.match(/[★⭐]/gu)?.length ?? 0)
    : undefined;
  if (stars !== undefined) return stars >= 1 && stars <= 5 ? stars : undefined;
  const word = words.indexOf(text.replace(/[_ ]?stars?$/, ''));
  if (word !== -1) return word + 1;
  const [, number, percent, outOf] =
    /^(\d{1,3}(?:[.,]\d{1,3})?)\s*(?:(%)|(?:\/|out of|von|de|sur)\s*(\d{1,3}))?(?:\s*stars?)?$/.exec(
      text,
    ) ?? [];
  if (number === undefined) return undefined;
  const value = Number(number.replace(',', '.'));
  const scale = percent ? 100 : Number(outOf ?? best ?? 5);
  if (!(scale >= 1) || value > scale || value <= 0) return undefined;
  const rating = scale === 5 ? value : (value / scale) * 5;
  return Math.min(5, Math.max(1, Math.round(rating * 10) / 10));
};

import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A text cut into what a reader counts as characters. */
export const charactersOf = (text: string): Iterable<Intl.SegmentData> => graphemes.segment(text);

/** How many columns of a terminal a text takes; text without control characters. */
export const columnsOf = (text: string): number =>
  /^[ -~]*$/.test(text) ? text.length : stringWidth(text);

/** The beginning of a text that fits into so many columns, with an ellipsis when something was cut off. */
export const fit = (text: string, columns: number): string => {
  if (text.length <= columns && columnsOf(text) <= columns) return text;
  if (columns < 1) return '';
  let taken = '';
  let room = columns - 1;
  for (const { segment } of charactersOf(text.slice(0, columns * 16))) {
    room -= columnsOf(segment);
    if (room < 0) break;
    taken += segment;
  }
  return `${taken.trimEnd()}…`;
};

/** A text made exactly so many columns wide: cut or filled with spaces. */
export const pad = (text: string, columns: number): string => {
  const fitted = fit(text, columns);
  return fitted + ' '.repeat(Math.max(0, columns - columnsOf(fitted)));
};

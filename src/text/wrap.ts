import { safe } from './terminal.ts';
import { charactersOf, columnsOf } from './width.ts';

/** A line of a wrapped text: UTF-16 offsets into it. */
export type Stretch = { readonly start: number; readonly end: number };

/** Breaks a text into lines of at most so many columns: at its own breaks, at spaces, within words that are too long. */
export const wrap = (text: string, columns: number): readonly Stretch[] => {
  const lines: Stretch[] = [];
  let start = 0;
  for (const paragraph of text.split('\n')) {
    wrapParagraph(paragraph, start, Math.max(1, columns), lines);
    start += paragraph.length + 1;
  }
  return lines;
};

const wrapParagraph = (text: string, offset: number, columns: number, lines: Stretch[]): void => {
  let start = 0;
  let end = 0;
  let used = 0;
  const breakLine = () => {
    lines.push({ start: offset + start, end: offset + end });
    start = end;
    used = 0;
  };
  for (const { 0: token, index } of text.matchAll(/\s+|\S+/g)) {
    const width = columnsOf(safe(token));
    const isSpace = token.trim() === '';
    if (used + width > columns && used > 0 && !isSpace) {
      breakLine();
      start = index;
    }
    if (isSpace && (used === 0 || used + width > columns)) {
      if (used > 0) breakLine();
      start = end = index + token.length;
      continue;
    }
    if (width <= columns) {
      end = index + token.length;
      used += width;
      continue;
    }
    for (const { segment } of charactersOf(token)) {
      const character = columnsOf(safe(segment));
      if (used + character > columns) breakLine();
      end += segment.length;
      used += character;
    }
  }
  lines.push({ start: offset + start, end: offset + end });
};

import { wrap } from '../text/wrap.ts';
import { segment } from './text-segment.ts';
import type { ScreenLine, Segment, Style } from './text-segment.ts';

/** Styled text broken into lines of at most so many columns. */
export const flow = (segments: readonly Segment[], columns: number): readonly ScreenLine[] => {
  const text = segments.map(part => part.text).join('');
  return wrap(text, columns).map(({ start, end }) => cutOut(segments, start, end));
};

/** The same to the right of a label, which stands in the first line only. */
export const labelled = (
  label: string,
  style: Style,
  segments: readonly Segment[],
  columns: number,
  labelColumns = 9,
): readonly ScreenLine[] =>
  flow(segments, Math.max(1, columns - labelColumns)).map((line, index) => [
    segment((index === 0 ? label : '').padEnd(labelColumns), style),
    ...line,
  ]);

const cutOut = (segments: readonly Segment[], start: number, end: number): ScreenLine => {
  let at = 0;
  return segments.flatMap(({ text, style }) => {
    const piece = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += text.length;
    return piece === '' ? [] : [segment(piece, style)];
  });
};

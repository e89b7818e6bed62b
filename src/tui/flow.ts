import { wrap } from '../text/wrap.ts';
import { segment } from './text-segment.ts';
import type { ScreenLine, Segment } from './text-segment.ts';

/** Styled text broken into lines; further lines are set in by nine columns, below the first one's text. */
export const flow = (
  segments: readonly Segment[],
  columns: number,
  indent = 9,
): readonly ScreenLine[] => {
  const text = segments.map(part => part.text).join('');
  const [first, ...rest] = wrap(text, columns);
  if (!first) return [];
  const after = rest[0]?.start ?? text.length;
  const lines = [{ start: first.start, end: first.end }];
  for (const line of wrap(text.slice(after), Math.max(1, columns - indent)))
    if (after < text.length) lines.push({ start: after + line.start, end: after + line.end });
  return lines.map(({ start, end }, index) => {
    const line = cutOut(segments, start, end);
    return index === 0 ? line : [segment(' '.repeat(indent)), ...line];
  });
};

const cutOut = (segments: readonly Segment[], start: number, end: number): ScreenLine => {
  let at = 0;
  return segments.flatMap(({ text, style }) => {
    const piece = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += text.length;
    return piece === '' ? [] : [segment(piece, style)];
  });
};

import { Box } from 'ink';
import { safe } from '../../text/terminal.ts';
import { fit } from '../../text/width.ts';
import { wrap } from '../../text/wrap.ts';
import { footerLine } from '../footer-line.ts';
import type { Notice, State } from '../state.ts';
import { segment } from '../text-segment.ts';
import type { ScreenLine } from '../text-segment.ts';
import { typedLine } from '../typing-place.ts';
import { Line } from './themed.tsx';

/** Two rows: what happened or is asked or typed, and the keys. */
export const Footer = ({ state }: { readonly state: State }) => (
  <Box flexDirection="column" height={2} width={state.size.columns} flexShrink={0}>
    <Line of={talkLine(state)} />
    <Line of={lastLine(state)} />
  </Box>
);

const talkLine = ({ mode, notice, scanning, size }: State): ScreenLine => {
  if ('line' in mode) return [segment(typedLine(mode.kind, mode.line, size.columns).text)];
  const room = size.columns - 2;
  if (mode.kind === 'confirm')
    return [segment(fit(` ${mode.question}`, room), 'strong'), segment(' y or n')];
  if (notice) return noticeLines(notice, room)[0] ?? [];
  if (!scanning) return [segment(' ')];
  const names = scanning.fetching.map(safe).join(', ');
  return [
    segment(` ${fit(`Scanning ${scanning.done} of ${scanning.total}: ${names}`, room)}`, 'dim'),
  ];
};

/** A long notice takes the row of the keys as well, until the next key; what does not fit there is cut. */
const noticeLines = ({ kind, text }: Notice, columns: number): readonly ScreenLine[] => {
  const style = kind === 'problem' ? 'bad' : 'accent';
  const [first, second] = wrap(text, columns);
  if (!first || !second) return [[segment(` ${text}`, style)]];
  return [
    [segment(` ${text.slice(first.start, first.end)}`, style)],
    [segment(` ${fit(text.slice(second.start).trim(), columns)}`, style)],
  ];
};

const lastLine = (state: State): ScreenLine => {
  const { mode, size, notice } = state;
  if ('line' in mode && notice)
    return [segment(fit(` ${safe(notice.text)}`, size.columns - 1), 'bad')];
  if (mode.kind !== 'filter' || !mode.problem)
    return (notice && noticeLines(notice, size.columns - 2)[1]) ?? footerLine(state);
  const { position, message } = mode.problem;
  return [segment(fit(` at ${position + 1}: ${safe(message)}`, size.columns - 1), 'bad')];
};

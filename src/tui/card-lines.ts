import { handOverText } from '../reply/hand-over.ts';
import type { HandOver, Urgency } from '../reply/hand-over.ts';
import { safe } from '../text/terminal.ts';
import { flow } from './flow.ts';
import { segment } from './text-segment.ts';
import type { ScreenLine, Style } from './text-segment.ts';

const styles: Readonly<Record<Urgency, Style>> = {
  now: 'danger',
  today: 'bad',
  'this week': 'ask',
};

/** The hand-over card as it is printed, in lines of at most so many columns. */
export const cardLines = (card: HandOver, columns: number): readonly ScreenLine[] => {
  const [urgency = '', ...rest] = handOverText(card).trimEnd().split('\n').map(safe);
  return [
    [segment(' Hand-over to the office', 'strong')],
    [],
    [segment(` ${urgency}`, styles[card.urgency])],
    ...rest.flatMap(line => indented(line, columns)),
  ];
};

/** Later lines of a long one begin where it begins. */
const indented = (line: string, columns: number): readonly ScreenLine[] => {
  const indent = /^ *(?:\S+(?: \S+)* {2,})?/.exec(line)?.[0] ?? '';
  const words = line.slice(indent.length);
  if (words === '') return [line.trim() === '' ? [] : [segment(` ${line}`, 'strong')]];
  const isHeading = indent === '' ? 'strong' : 'plain';
  return flow([segment(words, isHeading)], Math.max(20, columns - indent.length - 2)).map(
    (part, index) => [segment(` ${index === 0 ? indent : ' '.repeat(indent.length)}`), ...part],
  );
};

import type { Row } from '../core/row.ts';
import { flagKinds } from '../core/verdict.ts';
import type { FlagKind, SentimentLabel } from '../core/verdict.ts';
import { feelingMarks, flagSigns } from './phrases.ts';
import type { Style } from './text-segment.ts';

export const flagStyles: Readonly<Record<FlagKind, Style>> = {
  urgent: 'danger',
  negative: 'bad',
  misinformation: 'doubt',
  advice: 'ask',
  privacy: 'doubt',
  legal: 'danger',
  question: 'ask',
  spam: 'dim',
};

export const feelingStyles: Readonly<Record<SentimentLabel, Style>> = {
  negative: 'bad',
  neutral: 'plain',
  positive: 'good',
};

/** The gravest flag, or else the feeling: what a row says of itself in one word. */
export const signOf = (row: Row): { mark: string; word: string; style: Style } => {
  const flag = flagKinds.find(kind => row.flags.includes(kind));
  if (flag) return { ...flagSigns[flag], style: flagStyles[flag] };
  return {
    mark: feelingMarks[row.sentiment],
    word: row.sentiment,
    style: row.sentiment === 'positive' ? 'good' : 'dim',
  };
};

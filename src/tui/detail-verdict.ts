import type { Learning } from '../core/learned.ts';
import type { Mention } from '../core/mention.ts';
import type { Flag, Span, Suggestion, Verdict } from '../core/verdict.ts';
import { safe } from '../text/terminal.ts';
import { fit } from '../text/width.ts';
import { labelled } from './flow.ts';
import { feelingStyles, flagStyles } from './flag-style.ts';
import { bucketNames, feelingMarks, flagSigns } from './phrases.ts';
import { segment } from './text-segment.ts';
import type { ScreenLine } from './text-segment.ts';

/** What the classifier says of a mention, with its reasons, one label after the other. */
export const verdictLines = (
  verdict: Verdict,
  mention: Mention,
  columns: number,
  learning?: Learning,
): readonly ScreenLine[] => {
  const { sentiment, flags, topics, priority, suggestion, unread, aboutPractice } = verdict;
  const line = (label: string, ...rest: ReadonlyArray<ReturnType<typeof segment>>) =>
    labelled(label, 'dim', rest, columns);
  return [
    ...(unread === undefined ? [] : line('not read', segment(safe(unread), 'ask'))),
    ...line(
      'suggest',
      segment(bucketNames[suggestion.bucket], 'strong'),
      segment(suggestion.reason === '' ? '' : ` - ${safe(suggestion.reason)}`),
    ),
    ...(suggestion.instead && learning
      ? line('learned', segment(learnedFrom(suggestion.instead, learning), 'dim'))
      : []),
    ...flags.flatMap(flag =>
      line(
        flag === flags[0] ? 'flags' : '',
        segment(`${flagSigns[flag.kind].mark} ${flag.kind}`, flagStyles[flag.kind]),
        segment(` ${sureness(flag.confidence)}${because(flag, mention)}`),
      ),
    ),
    ...line(
      'feeling',
      segment(sentiment.label, feelingStyles[sentiment.label]),
      segment(` ${sureness(sentiment.confidence)}${quoted(sentiment.evidence, mention)}`),
    ),
    ...(topics.length === 0
      ? []
      : line(
          'topics',
          segment(topics.map(topic => `${topic.id} ${feelingMarks[topic.sentiment]}`).join(', ')),
        )),
    ...line(
      'priority',
      segment(`${Math.round(priority.score)}`, 'strong'),
      segment(priority.reasons.length > 0 ? ` - ${safe(priority.reasons.join(', '))}` : ''),
      segment(aboutPractice ? ' (about us)' : ''),
    ),
  ];
};

/** What would be suggested without, and which of the two was right how often. */
const learnedFrom = (
  instead: NonNullable<Suggestion['instead']>,
  { agreed, tableAgreed, counted }: Learning,
): string =>
  `else ${bucketNames[instead.bucket]} - ${safe(instead.reason)}; of your last ${counted} decisions this was right ${agreed} times, without learning ${tableAgreed}`;

const sureness = (confidence: number): string => confidence.toFixed(2).replace(/^0/, '');

const because = (flag: Flag, mention: Mention): string => {
  const { reason, claim, stance, match, evidence } = flag;
  const about =
    claim === undefined
      ? ''
      : ` - claim ${safe(claim)} (${stance ?? 'matched'}, ${match ?? 'suggested'})`;
  return `${reason === '' ? '' : ` - ${safe(reason)}`}${about}${quoted(evidence, mention)}`;
};

/** The first words that a label rests on, so that the reason can be read without colours. */
const quoted = (evidence: readonly Span[], { title = '', text }: Mention): string => {
  const words = evidence
    .slice(0, 3)
    .map(span => (span.in === 'title' ? title : text).slice(span.start, span.end))
    .map(part => fit(safe(part).trim(), 40))
    .filter(part => part !== '');
  return words.length === 0 ? '' : `: ${[...new Set(words)].map(part => `“${part}”`).join(' ')}`;
};

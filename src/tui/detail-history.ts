import { safe } from '../text/terminal.ts';
import { labelled } from './flow.ts';
import type { Detail } from './message.ts';
import { doneOf } from './phrases.ts';
import type { Against } from './state.ts';
import { segment } from './text-segment.ts';
import type { ScreenLine } from './text-segment.ts';
import { shortMoment } from './times.ts';

/** Where the mention stands, and the notes on it. */
export const noteLines = (
  { triage }: Detail,
  { setting }: Against,
  columns: number,
): readonly ScreenLine[] =>
  triage.notes.flatMap(({ text, by, at }) =>
    labelled(
      'note',
      'accent',
      [
        segment(safe(text)),
        segment(` (${safe(by)}, ${shortMoment(Date.parse(at), setting.timezone)})`, 'dim'),
      ],
      columns,
    ),
  );

/** Who did what, newest first. */
export const historyLines = (
  { acts }: Detail,
  { setting }: Against,
  columns: number,
): readonly ScreenLine[] =>
  acts
    .toReversed()
    .slice(0, 20)
    .flatMap((act, index) => {
      const when = shortMoment(Date.parse(act.at), setting.timezone);
      const why = act.kind === 'decide' && act.note ? ` - ${safe(act.note)}` : '';
      const what = `${when} ${safe(act.by)}: ${doneOf(act, setting.timezone)}${why}`;
      return labelled(index === 0 ? 'history' : '', 'dim', [segment(what)], columns);
    });

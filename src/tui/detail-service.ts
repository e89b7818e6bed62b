import { rowOf } from '../core/row.ts';
import { safe } from '../text/terminal.ts';
import { labelled } from './flow.ts';
import type { Detail } from './message.ts';
import { followUpWords } from './phrases.ts';
import type { Against } from './state.ts';
import { segment } from './text-segment.ts';
import type { ScreenLine, Segment } from './text-segment.ts';
import { shortMoment, span } from './times.ts';

/** By when an answer is due or was, and what the office has done about it. */
export const serviceLines = (
  detail: Detail,
  against: Against,
  columns: number,
): readonly ScreenLine[] => [
  ...labelledIf('due', dueOf(detail, against), columns),
  ...labelledIf('office', officeOf(detail, against), columns),
];

const labelledIf = (label: string, parts: readonly Segment[], columns: number) =>
  parts.length === 0 ? [] : labelled(label, 'dim', parts, columns);

const dueOf = (
  { mention, verdict, triage }: Detail,
  { now, setting }: Against,
): readonly Segment[] => {
  const service = setting.service(rowOf(mention, verdict, triage), now);
  if (service.kind === 'none' || service.kind === 'met') return [];
  const due = shortMoment(service.due, setting.timezone);
  switch (service.kind) {
    case 'waiting':
      return [segment(`${due}, in ${span(service.left)}`)];
    case 'overdue':
      return [segment(`overdue by ${span(service.late)}`, 'bad'), segment(`, since ${due}`)];
    case 'late':
      return [segment(`answered ${span(service.late)} late`, 'bad'), segment(`, was due ${due}`)];
    default:
      return service satisfies never;
  }
};

const officeOf = ({ triage }: Detail, { setting }: Against): readonly Segment[] => {
  const { decision, followUp } = triage;
  if (decision?.bucket !== 'refer') return [];
  if (!followUp)
    return [segment('nothing heard yet', 'dim'), segment('; f says what became of it')];
  const { state, by, at, note } = followUp;
  const when = shortMoment(Date.parse(at), setting.timezone);
  return [
    segment(followUpWords[state], state === 'resolved' ? 'good' : 'ask'),
    segment(` (${safe(by)}, ${when})${note === undefined ? '' : `: ${safe(note)}`}`),
  ];
};

import type { Balance } from '../core/capacity.ts';
import type { Approval } from '../reply/approval.ts';
import { lengthIn } from '../reply/network-limit.ts';
import { safe } from '../text/terminal.ts';
import type { Composing } from './composing.ts';
import { flow } from './flow.ts';
import type { State } from './state.ts';
import { segment } from './text-segment.ts';
import type { ScreenLine, Segment } from './text-segment.ts';
import { shortMoment } from './times.ts';

/** What became of the reply so far, and which template it began as. */
export const standingOf = (
  { standing, template, templates }: Composing,
  { setting }: State,
): string => {
  const from =
    template === undefined
      ? ''
      : `, from "${templates[template]?.title ?? ''}" (${template + 1} of ${templates.length})`;
  switch (standing.state) {
    case 'none':
      return `new draft${from}`;
    case 'draft':
      return 'draft, blocked by screening';
    case 'screened':
      return 'draft, screened';
    case 'approved':
    case 'copied':
      return `${standing.state === 'copied' ? 'copied, ' : ''}${approvalOf(standing.approval, setting.timezone)}`;
    case 'posted':
      return `posted ${shortMoment(standing.postedAt, setting.timezone)}: ${safe(standing.url)}`;
    case 'withdrawn':
      return 'withdrawn';
    default:
      return standing satisfies never;
  }
};

const approvalOf = ({ by, at, override }: Approval, timezone: string): string => {
  const why = override === undefined ? '' : ` against screening: “${safe(override)}”`;
  return `approved by ${safe(by)}, ${shortMoment(at, timezone)}${why}`;
};

/** How long the text is, against what the network takes where that is known. */
export const lengthOf = ({ area, limit, standing }: Composing): readonly Segment[] => {
  if (standing.state === 'posted') return [];
  const length = lengthIn(area.text, limit).toLocaleString('en');
  if (!limit) return [segment(`, ${length} characters`)];
  const { most, unit, network } = limit;
  const isOver = lengthIn(area.text, limit) > most;
  const told = `, ${length} of ${most.toLocaleString('en')} ${unit} (${network})`;
  return [segment(isOver ? `${told}: too long` : told, isOver ? 'bad' : 'plain')];
};

/** Whether the last replies inform or promote; nothing before there are some. */
export const balanceLines = (
  balance: Balance | undefined,
  columns: number,
): readonly ScreenLine[] => {
  if (!balance || balance.promotional + balance.informative === 0) return [];
  const { promotional, informative, hint } = balance;
  const told = `Last replies: ${informative} to inform, ${promotional} to promote.`;
  return flow([segment(hint ?? told, hint === undefined ? 'dim' : 'ask')], columns);
};

import type { Health } from '../core/source.ts';
import { safe } from '../text/terminal.ts';
import { columnsOf, fit } from '../text/width.ts';
import { counted } from './phrases.ts';
import { tabs } from './shelf.ts';
import type { Tab } from './shelf.ts';
import type { State } from './state.ts';
import { segment } from './text-segment.ts';
import type { ScreenLine, Segment } from './text-segment.ts';
import type { Signs } from './theme.ts';
import { shortMoment, span } from './times.ts';

const tabNames: Readonly<Record<Tab, string>> = {
  inbox: 'Inbox',
  reply: 'Reply',
  refer: 'Refer',
  ignore: 'Ignored',
  all: 'All',
};

/** Who and when, the buckets, and a rule that says what is listed. */
export const headerLines = (state: State, signs: Signs): readonly ScreenLine[] => {
  const { columns } = state.size;
  return [
    spread(
      [segment(' listen  ', 'accent'), segment(safe(state.setting.practice))],
      stateOf(state, signs),
      columns,
    ),
    spread(tabsOf(state, columns < 90 ? ' ' : '  '), loadOf(state), columns),
    ruleOf(state, signs),
  ];
};

/** Left and right of one line, with spaces between; what is on the left gives way. */
const spread = (left: ScreenLine, right: ScreenLine, columns: number): ScreenLine => {
  const widthOf = (line: ScreenLine) => line.reduce((sum, { text }) => sum + columnsOf(text), 0);
  const rightColumns = widthOf(right);
  const last = left.at(-1);
  const room = columns - rightColumns - 2 - widthOf(left.slice(0, -1));
  if (!last || room < 4) return left;
  const fitted = { ...last, text: fit(last.text, room) };
  const gap = columns - 1 - rightColumns - widthOf(left.slice(0, -1)) - columnsOf(fitted.text);
  return [...left.slice(0, -1), fitted, segment(' '.repeat(Math.max(1, gap))), ...right];
};

const stateOf = (state: State, signs: Signs): ScreenLine => {
  const { scanning, setting, states, now, size } = state;
  const clock = segment(`   ${shortMoment(now, setting.timezone)}`);
  if (scanning)
    return [
      segment(`scanning ${scanning.done}/${scanning.total}, ${scanning.added} new`, 'ask'),
      clock,
    ];
  const count = (health: Health) =>
    setting.sources.filter(({ id }) => states.get(id)?.health === health).length;
  const bad = (health: Health): readonly Segment[] =>
    count(health) === 0 ? [] : [segment(`  ${signs.warning} ${count(health)} ${health}`, 'doubt')];
  const isFine = count('stale') + count('blocked') + count('failed') === 0;
  return [
    segment(
      size.columns < 90 && !isFine
        ? ''
        : `${signs.dot} ${counted(setting.sources.length, 'source')}`,
    ),
    ...bad('stale'),
    ...bad('blocked'),
    ...bad('failed'),
    clock,
  ];
};

/** Until the store has been read nobody knows how many there are, and a zero would be a lie. */
const tabsOf = ({ view, shelf, loaded }: State, gap: string): ScreenLine =>
  tabs.flatMap((tab, index) => {
    const count = loaded ? shelf.counts[tab].toLocaleString('en') : '…';
    const name = `${index + 1} ${tabNames[tab]} ${count}`;
    return tab === view.tab
      ? [segment(`[${name}]`, 'strong'), segment(gap)]
      : [segment(` ${name} ${gap}`)];
  });

/** Reply minutes of the week, and how long the oldest has waited; where there is no room for both, the graver one. */
const loadOf = ({ shelf, capacity, now, size }: State): ScreenLine => {
  const oldest = shelf.oldest === undefined ? '' : `oldest ${span(now - shelf.oldest)}`;
  const isOver = capacity?.state.kind === 'over';
  if (!capacity || (size.columns < 110 && !isOver)) return [segment(oldest)];
  const spent = `${Math.round(capacity.spent)}/${capacity.budget} min`;
  if (size.columns < 110) return [segment(`reply ${spent}`, 'bad')];
  const debt = capacity.debt > 0 ? `, ${Math.round(capacity.debt)} waiting` : '';
  return [segment(`reply time ${spent}${debt}   `, isOver ? 'bad' : 'plain'), segment(oldest)];
};

/** `── 12 of 340, filter: flag:negative ──` */
const ruleOf = ({ view, shelf, size, marks }: State, signs: Signs): ScreenLine => {
  const { filter } = view;
  const says = [
    filter && `${view.order.length} of ${shelf.counts[view.tab]}, filter: ${safe(filter.typed)}`,
    marks.size > 0 && `${marks.size} marked`,
    view.arrived > 0 && `${view.arrived} new, press .`,
  ].filter(part => typeof part === 'string');
  if (says.length === 0) return [segment(signs.rule.repeat(size.columns), 'dim')];
  const text = fit(` ${says.join(' | ')} `, size.columns - 4);
  const rest = signs.rule.repeat(Math.max(0, size.columns - 2 - columnsOf(text)));
  return [segment(signs.rule.repeat(2), 'dim'), segment(text, 'strong'), segment(rest, 'dim')];
};

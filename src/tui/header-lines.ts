import type { Health } from '../core/source.ts';
import { safe } from '../text/terminal.ts';
import { columnsOf, fit } from '../text/width.ts';
import { orderNames } from './order.ts';
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
      [segment(' listen  ', 'accent'), segment(safe(state.setting.profile.name))],
      stateOf(state, signs),
      columns,
    ),
    spread(tabsOf(state, columns < 90 ? ' ' : '  '), isNarrow(state) ? [] : loadOf(state), columns),
    ruleOf(state, signs),
  ];
};

/** Left and right of one line, with spaces between; what is on the left gives way. */
const spread = (left: ScreenLine, right: ScreenLine, columns: number): ScreenLine => {
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
const tabsOf = ({ view, shelf, loaded, answered = 0 }: State, gap: string): ScreenLine =>
  tabs.flatMap((tab, index) => {
    // What was answered stays in "reply", but no longer waits there.
    const held = shelf.counts[tab] - (tab === 'reply' ? answered : 0);
    const count = loaded ? held.toLocaleString('en') : '…';
    const name = `${index + 1} ${tabNames[tab]} ${count}`;
    return tab === view.tab
      ? [segment(`[${name}]`, 'strong'), segment(gap)]
      : [segment(` ${name} ${gap}`)];
  });

/** Where the tabs leave no room beside them, the load is told in the rule. */
const isNarrow = ({ size }: State) => size.columns < 110;

/** Reply minutes of the week, what is overdue, and how long the oldest has waited; of a narrow screen what is grave. */
const loadOf = (state: State): ScreenLine => {
  const { shelf, capacity, learning, overdue = 0, now, size } = state;
  const isOver = capacity?.state.kind === 'over';
  const debt = capacity && capacity.debt > 0 ? `, ${Math.round(capacity.debt)} waiting` : '';
  const spent = capacity && `${Math.round(capacity.spent)}/${capacity.budget} min${debt}`;
  const parts = [
    learning && size.columns >= 150
      ? segment(`suggestions right ${learning.agreed}/${learning.counted}`)
      : undefined,
    spent && (isOver || !isNarrow(state))
      ? segment(`reply time ${spent}`, isOver ? 'bad' : 'plain')
      : undefined,
    overdue > 0 ? segment(`${overdue.toLocaleString('en')} overdue`, 'bad') : undefined,
    shelf.oldest === undefined ? undefined : segment(`oldest ${span(now - shelf.oldest)}`),
  ].filter(part => part !== undefined);
  return parts.flatMap((part, index) => (index === 0 ? [part] : [segment('   '), part]));
};

/** `── 12 of 340, filter: flag:negative ──── 3 overdue   oldest 1d 4h ──` */
const ruleOf = (state: State, signs: Signs): ScreenLine => {
  const { view, shelf, size, marks } = state;
  const { filter, sort } = view;
  const says = [
    filter && `${view.order.length} of ${shelf.counts[view.tab]}, filter: ${safe(filter.typed)}`,
    sort !== 'priority' && orderNames[sort],
    marks.size > 0 && `${marks.size} marked`,
    view.arrived > 0 && `${view.arrived} new, press .`,
  ].filter(part => typeof part === 'string');
  const rule = (columns: number) => segment(signs.rule.repeat(Math.max(0, columns)), 'dim');
  const load = isNarrow(state) ? loadOf(state) : [];
  const right = load.length === 0 ? [] : [segment(' '), ...load, segment(' '), rule(2)];
  const room = size.columns - widthOf(right) - 6;
  const text = says.length === 0 || room < 20 ? '' : fit(` ${says.join(' | ')} `, room);
  const left = text === '' ? [] : [rule(2), segment(text, 'strong')];
  return [...left, rule(size.columns - widthOf(left) - widthOf(right)), ...right];
};

const widthOf = (line: ScreenLine) => line.reduce((sum, { text }) => sum + columnsOf(text), 0);

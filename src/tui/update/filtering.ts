import { parseQuery } from '../../core/query-parse.ts';
import { lineOf } from '../line-editor.ts';
import type { Line } from '../line-editor.ts';
import type { Effect } from '../message.ts';
import type { Step } from '../program.ts';
import type { Mode, State } from '../state.ts';
import { lookAt } from '../view-making.ts';
import { leaveFilter } from './ordering.ts';

type Result = Step<State, Effect>;
type FilterMode = Extract<Mode, { kind: 'filter' }>;

export const openFilter = (state: State): Result => [
  { ...state, mode: withFilterTyped(lineOf(state.view.filter?.typed ?? ''), state.now) },
];

/** The filter as typed so far, with what is wrong with it. */
export const withFilterTyped = (line: Line, now: number): FilterMode => {
  const parsed = parseQuery(line.text, now);
  return { kind: 'filter', line, ...(parsed.ok ? {} : { problem: parsed.problem }) };
};

/** Applies what was typed; nothing typed takes the filter away, a bad query stays open. */
export const acceptFilter = (state: State, mode: FilterMode): Result => {
  const typed = mode.line.text.trim();
  const browsing: State = { ...state, mode: { kind: 'browse' }, pane: 'list' };
  if (typed === '') return [leaveFilter(browsing)];
  const parsed = parseQuery(mode.line.text, state.now);
  if (!parsed.ok) return [state];
  const filter = { typed, query: parsed.query };
  return [lookAt(browsing, state.view.tab, filter), { type: 'find', ...filter }];
};

/** Leaves one thing at a time: first the marks, then the filter. */
export const clear = (state: State): Result =>
  state.marks.size > 0 ? [{ ...state, marks: new Set() }] : [leaveFilter(state)];

import type { Effect } from '../message.ts';
import { orderNames, orders } from '../order.ts';
import type { Step } from '../program.ts';
import type { State } from '../state.ts';
import { lookAt, refreshed } from '../view-making.ts';
import { inform } from './notice.ts';

type Result = Step<State, Effect>;

/** The next order, with the cursor on the mention that it was on. */
export const reorder = (state: State): Result => {
  const { sort } = state.view;
  const next = orders[(orders.indexOf(sort) + 1) % orders.length] ?? 'priority';
  const listed = refreshed({ ...state, view: { ...state.view, sort: next } });
  return [inform(listed, `Sorted: ${orderNames[next]}.`)];
};

const overdue = { typed: 'is:overdue', query: { kind: 'is', state: 'overdue' } } as const;

/** All that was not answered in time, also after a late answer; escape leads back to where one was. */
export const showOverdue = (state: State): Result => {
  const { tab, sort, over } = state.view;
  const sorted: State = { ...state, pane: 'list', view: { ...state.view, sort: 'due' } };
  const shown = lookAt(sorted, 'all', overdue);
  return [
    { ...shown, view: { ...shown.view, over: over ?? { tab, sort } } },
    { type: 'find', ...overdue },
  ];
};

/** Takes the filter away, and with it a view that was opened over another. */
export const leaveFilter = (state: State): State => {
  const { over, ...view } = state.view;
  if (!over) return lookAt(state, view.tab, undefined);
  return lookAt({ ...state, view: { ...view, sort: over.sort } }, over.tab, undefined);
};

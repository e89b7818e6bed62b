import type { Row } from '../core/row.ts';
import { isOpen } from '../core/row.ts';
import { layoutOf } from './layout.ts';
import { inOrderOf } from './order.ts';
import type { Replies } from './replies.ts';
import { isActing } from './selection.ts';
import { belongs, inOrder, rowIn } from './shelf.ts';
import type { Tab } from './shelf.ts';
import type { Filter, Size, State, View } from './state.ts';

/** Lists a tab anew, with the cursor on the same mention as before where it is still there. */
export const refreshed = (state: State): State => {
  const { view } = state;
  const order = listed(state, view.tab, view.filter);
  const fresh = { ...state, view: { ...view, order, arrived: 0 } };
  if (view.order.length === 0) return moveTo(fresh, 0);
  const stillThere = new Set(order.map(row => row.id));
  const anchor = view.order.slice(view.selected).find(row => stillThere.has(row.id));
  return moveTo(fresh, anchor ? order.findIndex(row => row.id === anchor.id) : order.length - 1);
};

/** Lists a tab from its top. */
export const lookAt = (state: State, tab: Tab, filter: Filter | undefined): State => {
  const view: View = {
    tab,
    order: listed(state, tab, filter),
    selected: 0,
    top: 0,
    arrived: 0,
    sort: state.view.sort,
    ...(filter ? { filter } : {}),
  };
  return { ...state, view, marks: new Set() };
};

const listed = (state: State, tab: Tab, filter: Filter | undefined): readonly Row[] => {
  const { shelf, now, setting, view } = state;
  const rows = inOrder(shelf);
  const fitting =
    tab === 'all' && !filter
      ? rows
      : rows.filter(
          row => belongs(row, tab, now) && (!filter || filter.found?.has(row.id) === true),
        );
  const sorted = inOrderOf(fitting, view.sort, now, setting.service);
  return tab === 'reply' ? postedLast(sorted, state.replies) : sorted;
};

/** What still is to be answered comes before what was. */
const postedLast = (rows: readonly Row[], replies: Replies): readonly Row[] => {
  const isPosted = ({ id }: Row) => replies.get(id) === 'posted';
  return [...rows.filter(row => !isPosted(row)), ...rows.filter(isPosted)];
};

/** What a step may cost: a slow line takes so many bytes in no noticeable time. */
const bytesOfAStep = 400;

/**
 * The first row to show. A row that is off the screen is put into its middle. Where the list has the screen for itself
 * the terminal moves it, so that a small step costs only the few rows that come in.
 */
const topFor = (selected: number, top: number, height: number, size: Size): number => {
  if (selected >= top && selected < top + height) return top;
  const step = Math.min(height >> 1, Math.max(1, Math.floor(bytesOfAStep / size.columns)));
  if (!layoutOf(size).wide) {
    if (selected < top && selected >= top - step) return top - step;
    if (selected >= top + height && selected < top + height + step) return top + step;
  }
  return selected - (height >> 1);
};

/** Puts the cursor on a row of the view, and the list so that it is on screen. */
export const moveTo = (state: State, wanted: number): State => {
  const { view } = state;
  const height = layoutOf(state.size).bodyRows;
  const selected = Math.min(Math.max(0, wanted), Math.max(0, view.order.length - 1));
  const lowestTop = Math.max(0, view.order.length - height);
  const top = Math.min(Math.max(0, topFor(selected, view.top, height, state.size)), lowestTop);
  if (selected === view.selected && top === view.top) return state;
  return { ...state, view: { ...view, selected, top } };
};

/** Where the cursor goes after an act: to the next mention that still waits, downwards first, else it stays. */
export const moveOn = (state: State): State => {
  const { view, now, shelf } = state;
  const waits = (row: Row) => {
    const current = rowIn(shelf, row.id) ?? row;
    if (isActing(state, row.id)) return false;
    return view.tab === 'all' ? isOpen(current, now) : belongs(current, view.tab, now);
  };
  // After an act on marked mentions the one under the cursor may still be to be decided.
  for (let index = view.selected; index < view.order.length; index++) {
    const row = view.order[index];
    if (row && waits(row)) return moveTo(state, index);
  }
  for (let index = view.selected - 1; index >= 0; index--) {
    const row = view.order[index];
    if (row && waits(row)) return moveTo(state, index);
  }
  return state;
};

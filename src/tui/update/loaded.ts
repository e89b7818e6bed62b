import type { MentionId } from '../../core/mention.ts';
import type { Row } from '../../core/row.ts';
import { counted } from '../phrases.ts';
import type { Detail, Effect, SourceStates } from '../message.ts';
import type { Step } from '../program.ts';
import { selectedRow } from '../selection.ts';
import { belongs, rowIn, shelve, withChanged } from '../shelf.ts';
import type { Shelf } from '../shelf.ts';
import type { State } from '../state.ts';
import { refreshed } from '../view-making.ts';
import { inform, warn } from './notice.ts';

type Result = Step<State, Effect>;

/** The whole store was read. What is listed stays as it is; an empty list is filled. */
export const loaded = (state: State, rows: readonly Row[], states: SourceStates): Result => {
  const shelf = shelve(rows, state.now);
  return [bringIn({ ...state, states, loaded: true }, shelf, shelf.sorted)];
};

/** Another process changed some mentions. */
export const changed = (state: State, rows: readonly Row[]): Result => [
  bringIn(state, withChanged(state.shelf, rows, state.now), rows),
];

const bringIn = (state: State, shelf: Shelf, rows: readonly Row[]): State => {
  const next = { ...state, shelf };
  const { view, now } = state;
  if (view.order.length === 0) return refreshed(next);
  const fresh = rows.filter(
    row => rowIn(state.shelf, row.id) === undefined && belongs(row, view.tab, now),
  ).length;
  if (fresh === 0) return next;
  const arrived = view.arrived + fresh;
  const text = `${counted(arrived, 'new mention')}; press . to see ${arrived === 1 ? 'it' : 'them'}.`;
  return inform({ ...next, view: { ...view, arrived } }, text);
};

/** The store has looked for what the filter selects. */
export const found = (state: State, typed: string, ids: ReadonlySet<MentionId>): Result => {
  const { filter } = state.view;
  if (filter?.typed !== typed) return [state];
  return [refreshed({ ...state, view: { ...state.view, filter: { ...filter, found: ids } } })];
};

/** A mention was read. It is shown when the cursor is still on it. */
export const arrived = (state: State, id: MentionId, detail: Detail | undefined): Result => {
  if (selectedRow(state)?.id !== id) return [state];
  if (!detail) {
    const { detail: _, ...rest } = state;
    return [warn(rest, 'This mention is no longer held.')];
  }
  const isSame = state.detail?.mention.id === id;
  return [{ ...state, detail, detailTop: isSame ? state.detailTop : 0 }];
};

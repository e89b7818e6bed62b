import type { Effect } from '../message.ts';
import type { Step } from '../program.ts';
import type { State } from '../state.ts';
import { lookAt, refreshed } from '../view-making.ts';
import type { Tab } from '../shelf.ts';
import { clear, openFilter } from './filtering.ts';
import { move } from './moving.ts';
import type { Motion } from './moving.ts';
import { reorder, showOverdue } from './ordering.ts';
import { openPalette } from './palette.ts';
import { showAlerts } from './scanning.ts';

type Result = Step<State, Effect>;

const tab =
  (name: Tab) =>
  (state: State): Result => [lookAt(state, name, state.view.filter)];

const motion =
  (name: Motion) =>
  (state: State): Result => [move(state, name)];

const refresh = (state: State): Result => {
  const { filter } = state.view;
  const next = refreshed(state);
  return filter ? [next, { type: 'find', typed: filter.typed, query: filter.query }] : [next];
};

/** What the keys do that only choose what is on screen. */
export const showingActions = {
  open: (state: State): Result => [{ ...state, pane: 'detail', detailTop: 0 }],
  back: (state: State): Result => [{ ...state, pane: 'list' }],
  clear,
  filter: openFilter,
  palette: openPalette,
  help: (state: State): Result => [{ ...state, mode: { kind: 'help', top: 0 } }],
  sources: (state: State): Result => [{ ...state, mode: { kind: 'sources', top: 0 } }],
  alerts: (state: State): Result => [showAlerts(state)],
  refresh,
  overdue: showOverdue,
  sort: reorder,
  inbox: tab('inbox'),
  replies: tab('reply'),
  referred: tab('refer'),
  ignored: tab('ignore'),
  all: tab('all'),
  down: motion('down'),
  up: motion('up'),
  'page-down': motion('page-down'),
  'page-up': motion('page-up'),
  top: motion('top'),
  bottom: motion('bottom'),
  next: motion('next'),
  previous: motion('previous'),
  'choice-down': motion('choice-down'),
  'choice-up': motion('choice-up'),
} as const;

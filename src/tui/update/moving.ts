import { followUps } from '../../core/reply-step.ts';
import { cardLines } from '../card-lines.ts';
import { detailLines } from '../detail-lines.ts';
import { helpLines } from '../help-lines.ts';
import { layoutOf } from '../layout.ts';
import { selectedDetail } from '../selection.ts';
import type { Mode, State } from '../state.ts';
import { moveTo } from '../view-making.ts';

export type Motion =
  | 'down'
  | 'up'
  | 'page-down'
  | 'page-up'
  | 'top'
  | 'bottom'
  | 'next'
  | 'previous'
  | 'choice-down'
  | 'choice-up';

/** Moves the cursor, or scrolls what is being read; the ends are held. */
export const move = (state: State, motion: Motion): State => {
  const { mode, view, pane } = state;
  const height = layoutOf(state.size).bodyRows;
  switch (mode.kind) {
    case 'browse': {
      if (motion === 'next') return moveTo({ ...state, detailTop: 0 }, view.selected + 1);
      if (motion === 'previous') return moveTo({ ...state, detailTop: 0 }, view.selected - 1);
      if (pane === 'list')
        return moveTo(state, moved(view.selected, motion, view.order.length, height));
      const lines = linesOfDetail(state);
      const top = moved(state.detailTop, motion, lines - height + 1, height);
      return top === state.detailTop ? state : { ...state, detailTop: top };
    }
    case 'help':
    case 'card':
    case 'sources': {
      const lines = linesOf(state, mode);
      const top = moved(mode.top, motion, lines - height + 1, height);
      return { ...state, mode: { ...mode, top } };
    }
    case 'snooze':
    case 'correct': {
      const selected = moved(mode.selected, motion, mode.choices.length, height);
      return { ...state, mode: { ...mode, selected } };
    }
    case 'suggest': {
      const selected = moved(mode.selected, motion, mode.offers.length, height);
      return { ...state, mode: { ...mode, selected } };
    }
    case 'follow': {
      const selected = moved(mode.selected, motion, followUps.length, height);
      return { ...state, mode: { ...mode, selected } };
    }
    case 'palette': {
      const selected = Math.max(0, mode.selected + (motion === 'choice-down' ? 1 : -1));
      return { ...state, mode: { ...mode, selected } };
    }
    case 'confirm':
    case 'paste':
    case 'filter':
    case 'note':
    case 'compose':
    case 'approve':
    case 'override':
    case 'final':
    case 'link':
      return state;
    default:
      return mode satisfies never;
  }
};

const moved = (from: number, motion: Motion, length: number, height: number): number => {
  const half = Math.max(1, Math.floor(height / 2));
  const steps: Partial<Record<Motion, number>> = {
    down: 1,
    up: -1,
    'page-down': half,
    'page-up': -half,
    top: -Infinity,
    bottom: Infinity,
  };
  return Math.min(Math.max(0, from + (steps[motion] ?? 0)), Math.max(0, length - 1));
};

const linesOf = (state: State, mode: Extract<Mode, { top: number }>): number => {
  const { columns } = state.size;
  if (mode.kind === 'help') return helpLines(columns).length;
  return mode.kind === 'card'
    ? cardLines(mode.card, columns).length
    : state.setting.sources.length + 1;
};

const linesOfDetail = (state: State): number => {
  const detail = selectedDetail(state);
  if (!detail) return 0;
  const { head, words, labels } = detailLines(
    detail,
    state,
    layoutOf(state.size).detailColumns - 2,
  );
  return head.length + words.length + labels.length;
};

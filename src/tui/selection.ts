import type { MentionId } from '../core/mention.ts';
import type { Row } from '../core/row.ts';
import { rowIn } from './shelf.ts';
import type { State } from './state.ts';

/** The row under the cursor as it stands now; undefined when nothing is listed. */
export const selectedRow = ({ view, shelf }: State): Row | undefined => {
  const row = view.order[view.selected];
  return row && (rowIn(shelf, row.id) ?? row);
};

/** What an act would be about: the marked mentions, else the one under the cursor. */
export const targetsOf = (state: State): readonly MentionId[] => {
  if (state.marks.size > 0) return [...state.marks];
  const row = selectedRow(state);
  return row ? [row.id] : [];
};

/** The mention under the cursor when its text is at hand. */
export const selectedDetail = (state: State) =>
  state.detail?.mention.id === selectedRow(state)?.id ? state.detail : undefined;

/** Whether an act on this mention is still on its way to the disk. */
export const isActing = ({ acting }: State, id: MentionId): boolean => {
  for (const { about } of acting.values()) if (about.has(id)) return true;
  return false;
};

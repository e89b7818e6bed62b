import type { HandField } from '../../core/by-hand.ts';
import type { MentionId } from '../../core/mention.ts';
import { safe } from '../../text/terminal.ts';
import { fit } from '../../text/width.ts';
import { paneColumns } from '../layout.ts';
import { edit, insert } from '../line-editor.ts';
import type { Effect, TakenIn } from '../message.ts';
import { emptyPasting, fieldAfter, isEmpty, typedIn } from '../pasting.ts';
import type { Pasting } from '../pasting.ts';
import type { Step } from '../program.ts';
import { rowIn } from '../shelf.ts';
import type { State } from '../state.ts';
import { editArea, insertText } from '../text-area.ts';
import { moveTo, refreshed } from '../view-making.ts';
import { inform, warn } from './notice.ts';

type Result = Step<State, Effect>;

export const openPaste = (state: State): Result => [
  { ...state, mode: { kind: 'paste', form: emptyPasting } },
];

/** Types into the field under the cursor; up and down leave a field of one line. */
export const typeHand = (state: State, key: string): Result | undefined => {
  const { mode, size } = state;
  if (mode.kind !== 'paste') return undefined;
  const { form } = mode;
  if (form.at === 'words') {
    const words = editArea(form.words, key, paneColumns(size));
    return words && [withForm(state, { ...form, words })];
  }
  if (key === 'enter' || key === 'down') return nextField(state, 1);
  if (key === 'up') return nextField(state, -1);
  const line = edit(form.lines[form.at], key);
  return line && [withForm(state, { ...form, lines: { ...form.lines, [form.at]: line } })];
};

export const pasteHand = (state: State, text: string): Result | undefined => {
  if (state.mode.kind !== 'paste') return undefined;
  const { form } = state.mode;
  if (form.at === 'words')
    return [withForm(state, { ...form, words: insertText(form.words, text) })];
  const line = insert(form.lines[form.at], text.trim());
  return [withForm(state, { ...form, lines: { ...form.lines, [form.at]: line } })];
};

export const nextField = (state: State, steps: number): Result => {
  if (state.mode.kind !== 'paste') return [state];
  const { form } = state.mode;
  return [withForm(state, { ...form, at: fieldAfter(form.at, steps) })];
};

const withForm = (state: State, form: Pasting): State => ({
  ...state,
  mode: { kind: 'paste', form: { ...form, step: 'filling' } },
});

export const storePasted = (state: State): Result =>
  state.mode.kind === 'paste'
    ? [state, { type: 'take-in', typed: typedIn(state.mode.form) }]
    : [state];

/** What would be lost is asked about once. */
export const leavePaste = (state: State): Result => {
  if (state.mode.kind !== 'paste') return [state];
  const { form } = state.mode;
  if (form.step === 'leaving' || isEmpty(form)) return [{ ...state, mode: { kind: 'browse' } }];
  const asked: State = { ...state, mode: { kind: 'paste', form: { ...form, step: 'leaving' } } };
  return [inform(asked, 'esc again throws away what is typed; ^s stores it.')];
};

/** What became of the words: stored, with the cursor on them where they are listed, or a field that is wrong. */
export const takenIn = (state: State, outcome: TakenIn): Result => {
  switch (outcome.kind) {
    case 'wrong':
      return [warn(atField(state, outcome.field), outcome.problem)];
    case 'added':
      return [shown(state, outcome.id)];
    case 'held':
      return [inform(closed(state), 'This is held already; nothing was added.')];
    case 'dropped':
      return [inform(closed(state), 'One of your rules drops this, so it was not stored.')];
    default:
      return outcome satisfies never;
  }
};

const atField = (state: State, at: HandField): State =>
  state.mode.kind === 'paste' ? withForm(state, { ...state.mode.form, at }) : state;

const closed = (state: State): State =>
  state.mode.kind === 'paste' ? { ...state, mode: { kind: 'browse' } } : state;

const shown = (state: State, id: MentionId): State => {
  const listed = refreshed(closed(state));
  const place = listed.view.order.findIndex(row => row.id === id);
  const row = rowIn(state.shelf, id);
  const what = row === undefined ? 'Stored.' : `Stored: “${fit(safe(row.headline), 40)}”.`;
  return inform(place < 0 ? listed : moveTo(listed, place), what);
};

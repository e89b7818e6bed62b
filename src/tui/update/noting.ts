import { emptyLine } from '../line-editor.ts';
import type { Effect } from '../message.ts';
import type { Step } from '../program.ts';
import { targetsOf } from '../selection.ts';
import type { Mode, State } from '../state.ts';
import { propose } from './deciding.ts';

type Result = Step<State, Effect>;

export const openNote = (state: State): Result => [
  { ...state, mode: { kind: 'note', line: emptyLine, about: targetsOf(state) } },
];

/** Keeps the note; an empty one is no note. */
export const acceptNote = (state: State, mode: Extract<Mode, { kind: 'note' }>): Result => {
  const text = mode.line.text.trim();
  return text === '' ? [state] : propose(state, { kind: 'note', mentions: mode.about, text });
};

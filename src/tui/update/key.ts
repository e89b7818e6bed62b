import type { Effect } from '../message.ts';
import { bindingFor, keyModeOf, keyName } from '../keys.ts';
import { edit, insert } from '../line-editor.ts';
import type { Line } from '../line-editor.ts';
import type { Step } from '../program.ts';
import type { Mode, State } from '../state.ts';
import { act } from './act.ts';
import { pasteReply, typeReply } from './composing.ts';
import { inform } from './notice.ts';
import { pasteHand, typeHand } from './pasting.ts';
import { withFilterTyped } from './filtering.ts';

type Result = Step<State, Effect>;

/** A key does what it is bound to in the mode, else it is typed, else it is said that it does nothing. */
export const keyPressed = (state: State, key: string): Result => {
  const binding = bindingFor(keyModeOf(state), key);
  const quiet = withoutNotice(state);
  if (binding) {
    const reason = binding.disabledBecause?.(state);
    if (reason !== undefined) return [inform(quiet, reason)];
    return act(binding.id === 'undo' ? quiet : lettingStand(quiet), binding.id);
  }
  const written = typeReply(quiet, key) ?? typeHand(quiet, key);
  if (written) return written;
  const typed = typeInto(quiet, line => edit(line, key));
  if (typed) return [typed];
  if (key.startsWith('alt-')) return escapedThen(quiet, key.slice('alt-'.length));
  return state.mode.kind === 'browse'
    ? [inform(quiet, `${keyName(key)} does nothing here; ? shows the keys.`)]
    : [quiet];
};

/** On a slow line escape and the next key arrive together and look like one with alt. */
const escapedThen = (state: State, key: string): Result => {
  const [left, ...before] = keyPressed(state, 'esc');
  const [next, ...after] = keyPressed(left, key);
  return [next, ...before, ...after];
};

/** Pasted text goes where text is typed, and nowhere else: it never acts as keys. */
export const pasted = (state: State, text: string): Result => {
  const quiet = withoutNotice(state);
  const written = pasteReply(quiet, text) ?? pasteHand(quiet, text);
  if (written) return written;
  const typed = typeInto(quiet, line => insert(line, text));
  return [
    typed ??
      inform(
        state,
        'Pasted text does nothing here; p takes in a review, / filters, n writes a note.',
      ),
  ];
};

const typeInto = (state: State, change: (line: Line) => Line | undefined): State | undefined => {
  if (!('line' in state.mode)) return undefined;
  const line = change(state.mode.line);
  return line && { ...state, mode: withLine(state.mode, line, state.now) };
};

const withLine = (mode: Extract<Mode, { line: Line }>, line: Line, now: number): Mode => {
  switch (mode.kind) {
    case 'filter':
      return withFilterTyped(line, now);
    case 'palette':
      return { ...mode, line, selected: 0 };
    case 'note':
    case 'override':
    case 'link':
      return { ...mode, line };
    default:
      return mode satisfies never;
  }
};

/** Once something else is done, undo begins anew with the last act. */
const lettingStand = (state: State): State => {
  if (state.undoPast === undefined) return state;
  const { undoPast: _, ...rest } = state;
  return rest;
};

const withoutNotice = (state: State): State => {
  if (!state.notice) return state;
  const { notice: _, ...rest } = state;
  return rest;
};

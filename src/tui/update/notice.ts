import type { State } from '../state.ts';

/** Says something at the foot of the screen, until the next key. */
export const inform = (state: State, text: string): State => ({
  ...state,
  notice: { kind: 'info', text },
});

/** The same for what went wrong, or must not be overlooked. */
export const warn = (state: State, text: string): State => ({
  ...state,
  notice: { kind: 'problem', text },
});

import { useInput, usePaste } from 'ink';
import { useMemo, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { createKeyReader } from '../keystrokes.ts';

export type Typed =
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'paste'; readonly text: string };

/** A running program as far as the screen needs it. */
export type Running<State> = {
  readonly current: () => State;
  readonly subscribe: (listener: () => void) => () => void;
  readonly send: (typed: Typed) => void;
};

type ListenerProps<State> = {
  readonly program: Running<State>;
  readonly children: (state: State) => ReactNode;
};

/** Draws the state of a program and sends it what is typed: the only place that listens to keys. */
export const KeyListener = <State,>({ program, children }: ListenerProps<State>) => {
  const state = useSyncExternalStore(program.subscribe, program.current);
  const readKeys = useMemo(() => createKeyReader(), []);
  useInput((input, press) => {
    for (const key of readKeys(input, press)) program.send({ type: 'key', key });
  });
  usePaste(text => program.send({ type: 'paste', text }));
  return children(state);
};

import { useApp, useInput, useIsScreenReaderEnabled, usePaste } from 'ink';
import type { SuspendTerminal } from 'ink';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { createKeyReader } from '../keystrokes.ts';
import type { Message } from '../message.ts';
import type { State } from '../state.ts';
import type { Theme } from '../theme.ts';
import { Linear } from './linear.tsx';
import { Screen } from './screen.tsx';
import { ThemeContext } from './themed.tsx';

export type AppProps = {
  readonly current: () => State;
  readonly subscribe: (listener: () => void) => () => void;
  readonly send: (message: Message) => void;
  readonly theme: Theme;
  /** Told how to hand the terminal to the shell for a while, as soon as that is known. */
  readonly onTerminal: (suspend: SuspendTerminal) => void;
};

/** The root: draws the state and turns what is typed into messages. The only place that listens to keys. */
export const App = ({ current, subscribe, send, theme, onTerminal }: AppProps) => {
  const state = useSyncExternalStore(subscribe, current);
  const { suspendTerminal } = useApp();
  const readKeys = useMemo(() => createKeyReader(), []);
  const isLinear = useIsScreenReaderEnabled();
  useEffect(() => onTerminal(suspendTerminal), [onTerminal, suspendTerminal]);
  useInput((input, press) => {
    for (const key of readKeys(input, press)) send({ type: 'key', key });
  });
  usePaste(text => send({ type: 'paste', text }));
  return (
    <ThemeContext value={theme}>
      {isLinear ? <Linear state={state} /> : <Screen state={state} />}
    </ThemeContext>
  );
};

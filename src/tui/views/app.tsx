import { useApp, useIsScreenReaderEnabled } from 'ink';
import type { SuspendTerminal } from 'ink';
import { useEffect } from 'react';
import type { State } from '../state.ts';
import type { Theme } from '../theme.ts';
import { KeyListener } from './key-listener.tsx';
import type { Running } from './key-listener.tsx';
import { Linear } from './linear.tsx';
import { Screen } from './screen.tsx';
import { ThemeContext } from './themed.tsx';

export type AppProps = {
  readonly program: Running<State>;
  readonly theme: Theme;
  /** Told how to hand the terminal to the shell for a while, as soon as that is known. */
  readonly onTerminal: (suspend: SuspendTerminal) => void;
};

/** The root of the workbench. */
export const App = ({ program, theme, onTerminal }: AppProps) => {
  const { suspendTerminal } = useApp();
  const isLinear = useIsScreenReaderEnabled();
  useEffect(() => onTerminal(suspendTerminal), [onTerminal, suspendTerminal]);
  return (
    <ThemeContext value={theme}>
      <KeyListener program={program}>
        {state => (isLinear ? <Linear state={state} /> : <Screen state={state} />)}
      </KeyListener>
    </ThemeContext>
  );
};

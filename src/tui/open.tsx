import { randomUUID } from 'node:crypto';
import type { SuspendTerminal } from 'ink';
import { clipboardSequence } from '../text/clipboard.ts';
import { createPerform } from './effects.ts';
import type { Outside } from './effects.ts';
import { openInBrowser } from './outside/browser.ts';
import { editText } from './outside/editor.ts';
import { openFullScreen, sizeOf } from './outside/full-screen.tsx';
import type { Terminal } from './outside/full-screen.tsx';
import { everyMinute } from './outside/minutes.ts';
import { writeNewFile } from './outside/new-file.ts';
import { paced } from './outside/pacing.ts';
import { printText } from './outside/printer.ts';
import { stopTogether } from './outside/stop-together.ts';
import { scrollerOf } from './scroller.ts';
import { start } from './program.ts';
import { opening } from './state.ts';
import type { Setting } from './state.ts';
import { themeFor } from './theme.ts';
import { typingPlace } from './typing-place.ts';
import { update } from './update.ts';
import { App } from './views/app.tsx';

/** What the workbench is opened with. */
export type Opening = Pick<
  Outside,
  'store' | 'now' | 'scan' | 'replying' | 'learn' | 'minutesPerWeek' | 'takeIn' | 'addSources'
> & {
  readonly setting: Setting;
  readonly terminal: Terminal;
};

/** A held key repeats faster than the first; nobody waits for the others. */
const rests = { readMs: 90, screenMs: 150, keepMs: 1200 };

/** Sixty frames a second are as many as an eye needs. */
const frameMs = 16;

/** Opens the full screen, and resolves with the exit code once the terminal is as it was before. */
export const openWorkbench = async ({
  store,
  scan,
  replying,
  learn,
  takeIn,
  addSources,
  minutesPerWeek,
  now,
  setting,
  terminal,
}: Opening): Promise<number> => {
  let exitCode = 0;
  let suspendTerminal: SuspendTerminal | undefined;
  const leaving = new AbortController();

  const perform = createPerform({
    store,
    scan,
    replying,
    learn,
    takeIn,
    addSources,
    now,
    rests,
    me: setting.me,
    minutesPerWeek,
    service: setting.service,
    newId: randomUUID,
    signal: leaving.signal,
    copy: text => void terminal.stdout.write(clipboardSequence(text)),
    print: printText,
    write: writeNewFile,
    browse: openInBrowser,
    edit: async text => {
      let changed = text;
      await suspendTerminal?.(async () => {
        changed = await editText(text, terminal.env);
      });
      return changed;
    },
    suspend: async () => suspendTerminal?.(stopTogether),
    quit: code => {
      exitCode = code;
      screen.leave();
    },
  });
  const first = opening(setting, sizeOf(terminal), now().getTime());
  const begin = [first, { type: 'load' }, { type: 'watch' }] as const;
  const program = start([...begin], update, perform, paced(frameMs));

  const screen = openFullScreen(
    terminal,
    <App
      program={program}
      theme={themeFor(terminal.env)}
      onTerminal={suspend => (suspendTerminal = suspend)}
    />,
    {
      cursor: () => typingPlace(program.current()),
      scroller: () => scrollerOf(program.current()),
      onResize: size => program.send({ type: 'resize', ...size }),
    },
  );
  const stopClock = everyMinute(now, moment => program.send({ type: 'tick', now: moment }));
  try {
    await screen.left;
  } finally {
    leaving.abort();
    stopClock();
  }
  return exitCode;
};

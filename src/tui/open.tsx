import { randomUUID } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import { render } from 'ink';
import type { SuspendTerminal } from 'ink';
import { openInBrowser } from './outside/browser.ts';
import { createPerform } from './effects.ts';
import type { Outside } from './effects.ts';
import { start } from './program.ts';
import { opening } from './state.ts';
import type { Setting } from './state.ts';
import { paced } from './outside/pacing.ts';
import { paintedStdout } from './outside/painted-stdout.ts';
import { stopTogether } from './outside/stop-together.ts';
import { themeFor } from './theme.ts';
import { typingPlace } from './typing-place.ts';
import { update } from './update.ts';
import { App } from './views/app.tsx';

/** What the workbench is opened with. */
export type Opening = Pick<Outside, 'store' | 'now' | 'scan'> & {
  readonly setting: Setting;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly columns?: number; readonly rows?: number };
  readonly stderr: Writable;
  /** Aborts when the program is told to end. */
  readonly signal: AbortSignal;
};

/** The cursor must rest so long before the mention under it is read: a held key repeats faster. */
const restMs = 90;

/** Sixty frames a second are as many as an eye needs. */
const frameMs = 16;

/** Opens the full screen, and resolves with the exit code once the terminal is as it was before. */
export const openWorkbench = async (opening_: Opening): Promise<number> => {
  const { store, scan, now, setting, env, stdin, stdout, stderr, signal } = opening_;
  let exitCode = 0;
  const leaving = new AbortController();
  let suspendTerminal: SuspendTerminal | undefined;
  const screenReader = isSet(env['INK_SCREEN_READER']) || isSet(env['ACCESSIBLE']);

  const perform = createPerform({
    store,
    scan,
    signal: leaving.signal,
    now,
    me: setting.me,
    newId: randomUUID,
    restMs,
    copy: text => void stdout.write(clipboardSequence(text)),
    browse: openInBrowser,
    suspend: async () => suspendTerminal?.(stopTogether),
    quit: code => {
      exitCode = code;
      instance.unmount();
    },
  });
  const size = () => ({ columns: stdout.columns ?? 80, rows: stdout.rows ?? 24 });
  const first = opening(setting, size(), now().getTime());
  const program = start(
    [first, { type: 'load' }, { type: 'watch' }],
    update,
    perform,
    paced(frameMs),
  );

  const instance = render(
    <App
      current={program.current}
      subscribe={program.subscribe}
      send={program.send}
      theme={themeFor(env)}
      onTerminal={suspend => (suspendTerminal = suspend)}
    />,
    {
      stdin: stdin as NodeJS.ReadStream,
      // A screen reader gets Ink's own linear output; the full screen is painted by us from Ink's plain frames.
      stdout: (screenReader
        ? stdout
        : paintedStdout(stdout, () => typingPlace(program.current()))) as NodeJS.WriteStream,
      debug: !screenReader,
      stderr: stderr as NodeJS.WriteStream,
      alternateScreen: !screenReader,
      isScreenReaderEnabled: screenReader,
      exitOnCtrlC: false,
    },
  );

  let failure: { readonly error: unknown } | undefined;
  const crash = (error: unknown) => {
    failure ??= { error };
    instance.unmount();
  };
  const end = () => instance.unmount();
  const onResize = () => program.send({ type: 'resize', ...size() });
  let clock: NodeJS.Timeout | undefined;
  const waitForMinute = () => {
    clock = setTimeout(
      () => {
        program.send({ type: 'tick', now: now().getTime() });
        waitForMinute();
      },
      60_000 - (now().getTime() % 60_000),
    );
  };
  waitForMinute();
  process.on('uncaughtException', crash);
  signal.addEventListener('abort', end);
  stdout.on('resize', onResize);
  if (signal.aborted) end();
  try {
    await instance.waitUntilExit();
  } finally {
    leaving.abort();
    clearTimeout(clock);
    process.off('uncaughtException', crash);
    signal.removeEventListener('abort', end);
    stdout.off('resize', onResize);
  }
  if (failure) throw failure.error;
  return exitCode;
};

const isSet = (value: string | undefined) =>
  value !== undefined && !/^(?:|0|false|no)$/i.test(value);

/** OSC 52: the terminal puts the text on the clipboard, also over ssh. */
const clipboardSequence = (text: string): string =>
  `\u001B]52;c;${Buffer.from(text).toString('base64')}\u0007`;

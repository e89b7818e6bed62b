import type { Readable, Writable } from 'node:stream';
import { render } from 'ink';
import type { ReactNode } from 'react';
import type { CursorPlace } from '../paint.ts';
import type { Scroller } from '../shift.ts';
import type { Size } from '../state.ts';
import { paintedStdout } from './painted-stdout.ts';

/** The terminal that the program was started on. */
export type Terminal = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly columns?: number; readonly rows?: number };
  readonly stderr: Writable;
  /** Aborts when the program is told to end. */
  readonly signal: AbortSignal;
};

export type Drawing = {
  /** Where something is typed at the moment. */
  readonly cursor: () => CursorPlace | undefined;
  /** What of the screen scrolls at the moment, if anything does. */
  readonly scroller?: () => Scroller | undefined;
  readonly onResize: (size: Size) => void;
};

export type FullScreen = {
  readonly leave: () => void;
  /** Resolves when the terminal is as it was before; rejects with what went wrong, once it can be read. */
  readonly left: Promise<void>;
};

export const sizeOf = ({ stdout }: Terminal): Size => ({
  columns: stdout.columns ?? 80,
  rows: stdout.rows ?? 24,
});

/** Whether sentences in reading order are wanted instead of a screen: Ink's own variable, or the one of several tools. */
const wantsScreenReader = ({ env }: Terminal): boolean =>
  [env['INK_SCREEN_READER'], env['ACCESSIBLE']].some(
    value => value !== undefined && !/^(?:|0|false|no)$/i.test(value),
  );

/** Takes the whole screen for a tree of components, and gives it back whatever happens. */
export const openFullScreen = (
  terminal: Terminal,
  tree: ReactNode,
  { cursor, scroller, onResize }: Drawing,
): FullScreen => {
  const { stdin, stdout, stderr, signal } = terminal;
  const screenReader = wantsScreenReader(terminal);
  const instance = render(tree, {
    stdin: stdin as NodeJS.ReadStream,
    stderr: stderr as NodeJS.WriteStream,
    // A screen reader gets Ink's own linear output; the full screen is painted by us from Ink's plain frames.
    stdout: (screenReader ? stdout : paintedStdout(stdout, cursor, scroller)) as NodeJS.WriteStream,
    debug: !screenReader,
    alternateScreen: !screenReader,
    isScreenReaderEnabled: screenReader,
    exitOnCtrlC: false,
  });

  let failure: { readonly error: unknown } | undefined;
  const leave = () => instance.unmount();
  const crash = (error: unknown) => {
    failure ??= { error };
    leave();
  };
  const resized = () => onResize(sizeOf(terminal));
  process.on('uncaughtException', crash);
  signal.addEventListener('abort', leave);
  stdout.on('resize', resized);
  if (signal.aborted) leave();

  const wait = async () => {
    try {
      await instance.waitUntilExit();
    } finally {
      process.off('uncaughtException', crash);
      signal.removeEventListener('abort', leave);
      stdout.off('resize', resized);
    }
    if (failure) throw failure.error;
  };
  return { leave, left: wait() };
};

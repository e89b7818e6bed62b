import type { Writable } from 'node:stream';
import { paintMoved, placeCursor } from '../paint.ts';
import type { CursorPlace } from '../paint.ts';
import { shiftBetween } from '../shift.ts';
import type { Scroller } from '../shift.ts';

/** Nothing but private modes, cursor moves and erasing: what Ink writes beside its frames. */
const controls = /^(?:\u001B\[[?>=]?[\d;]*[A-Zhlu])*$/;

type Sized = Writable & { readonly columns?: number; readonly rows?: number };

/**
 * A terminal as Ink sees it in debug mode, where it writes each frame whole and plain: of every frame only the columns
 * that changed go to the real terminal, so that a cursor move is some fifty bytes also on a slow line.
 */
export const paintedStdout = <T extends Sized>(
  stdout: T,
  cursor: () => CursorPlace | undefined,
  scroller: () => Scroller | undefined = () => undefined,
): T => {
  let shown: readonly string[] = [];
  let place = '';
  let scrolled: Scroller | undefined;
  const sizeNow = () => `${stdout.columns} ${stdout.rows}`;
  let size = sizeNow();

  const draw = (frame: string): string => {
    // Ink draws once at the old size before it hears of the new one; what is outside must not be written.
    const lines = frame.replace(/\n$/, '').split('\n').slice(0, stdout.rows);
    const wiped = wipeIfResized();
    const part = scroller();
    const shift = wiped === '' ? shiftBetween(scrolled, part) : undefined;
    scrolled = part;
    const bytes = wiped + paintMoved(shown, lines, stdout.columns ?? Infinity, shift);
    const next = placeCursor(cursor());
    shown = lines;
    if (bytes === '' && next === place) return '';
    place = next;
    return `\u001B[?2026h${bytes}${next}\u001B[?2026l`;
  };

  /** Terminals move what they show when their size changes, each in its own way. */
  const wipeIfResized = (): string => {
    if (sizeNow() === size) return '';
    [size, shown, place] = [sizeNow(), [], ''];
    return '\u001B[H\u001B[J';
  };

  const control = (bytes: string): string => {
    if (bytes.includes('?1049')) [shown, place] = [[], ''];
    // Lines never wrap while we are on the alternate screen, whatever the terminal thinks of their width.
    // Whoever enters it a second time, after a crash, finds there what the first left.
    return bytes
      .replace('\u001B[?1049h', '$&\u001B[?7l\u001B[H\u001B[J')
      .replace('\u001B[?1049l', '\u001B[?7h$&');
  };

  const write = (chunk: unknown, ...rest: readonly unknown[]): boolean => {
    const text = typeof chunk === 'string' ? chunk : '';
    const bytes = controls.test(text) ? control(text) : draw(text);
    const done = rest.findLast(argument => typeof argument === 'function');
    return stdout.write(bytes, () => done?.());
  };

  return new Proxy(stdout, {
    get: (target, key) => {
      if (key === 'write') return write;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
};

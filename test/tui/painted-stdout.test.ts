import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { paintedStdout } from '../../src/tui/outside/painted-stdout.ts';

const aTerminal = () => {
  const writes: string[] = [];
  const stdout = Object.assign(
    new Writable({
      write: (chunk, _, done) => {
        writes.push(String(chunk));
        done();
      },
    }),
    { columns: 20, rows: 3 },
  );
  const painted = paintedStdout(stdout, () => undefined);
  return { stdout, painted, last: () => writes.at(-1) ?? '' };
};

describe('the painted terminal', () => {
  it('writes a frame once, and then only what changed', () => {
    const { painted, last } = aTerminal();
    painted.write('one\ntwo\nthree');
    expect(last()).toContain('three');
    painted.write('one\ntwo\nthree');
    expect(last()).toBe('');
    painted.write('one\ntoo\nthree');
    expect(last()).toBe('\u001B[?2026h\u001B[2;2Ho\u001B[?25l\u001B[?2026l');
  });

  it('paints everything anew after a change of size, without clearing by 2J', () => {
    const { painted, stdout, last } = aTerminal();
    painted.write('one\ntwo');
    stdout.columns = 18;
    painted.write('one\ntwo');
    expect(last()).toContain('\u001B[H\u001B[J');
    expect(last()).toContain('two');
    expect(last()).not.toContain('\u001B[2J');
  });

  it('writes nothing below the last row and nothing right of the last column', () => {
    const { painted, stdout, last } = aTerminal();
    stdout.columns = 4;
    painted.write('wide line\ntwo\nthree\nfour');
    expect(last()).toContain('wide');
    expect(last()).not.toMatch(/line|four/);
  });

  it('paints everything anew on the screen it comes back to, and lets no line wrap there', () => {
    const { painted, last } = aTerminal();
    painted.write('one');
    painted.write('\u001B[?1049l');
    expect(last()).toBe('\u001B[?7h\u001B[?1049l');
    painted.write('\u001B[?1049h');
    expect(last()).toBe('\u001B[?1049h\u001B[?7l\u001B[H\u001B[J');
    painted.write('one');
    expect(last()).toContain('one');
  });
});

import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { paintedStdout } from '../../src/tui/outside/painted-stdout.ts';

const aTerminal = () => {
  const stdout = Object.assign(new PassThrough({ encoding: 'utf8' }), { columns: 80, rows: 24 });
  return {
    stdout,
    painted: paintedStdout(stdout, () => undefined),
    written: () => String(stdout.read() ?? ''),
  };
};

describe('the painted terminal', () => {
  it('writes only what changed from one frame to the next', () => {
    const { painted, written } = aTerminal();
    painted.write('one\ntwo\n');
    written();
    painted.write('one\ntwi\n');
    expect(written()).toBe('\u001B[?2026h\u001B[2;3Hi\u001B[?25l\u001B[?2026l');
  });

  it('begins afresh when the size has changed, since terminals move what they show', () => {
    const { stdout, painted, written } = aTerminal();
    painted.write('one\ntwo\n');
    expect(written()).not.toContain('\u001B[2J');
    stdout.columns = 60;
    painted.write('one\ntwo\n');
    expect(written()).toMatch(/\u001B\[2J.*one.*two/s);
  });
});

import { describe, expect, it } from 'vitest';
import { headerLines } from '../../src/tui/header-lines.ts';
import { linearLines } from '../../src/tui/linear-lines.ts';
import { emptyText } from '../../src/tui/empty-text.ts';
import { opening } from '../../src/tui/state.ts';
import type { State } from '../../src/tui/state.ts';
import { themeFor } from '../../src/tui/theme.ts';
import { update } from '../../src/tui/update.ts';
import { now, setting } from './workbench.tsx';

const before = opening(setting, { columns: 80, rows: 24 }, now.getTime());
const [after] = update(before, { type: 'loaded', rows: [], states: new Map() });

const header = (state: State) =>
  headerLines(state, themeFor({}).signs)
    .flat()
    .map(({ text }) => text)
    .join('');

describe('while the store is being read', () => {
  it('no count is shown, since a zero would be a lie', () => {
    expect(header(before)).toContain('1 Inbox …');
    expect(header(after)).toContain('1 Inbox 0');
  });

  it('the list and the screen reader say so, and only then that nothing is there', () => {
    expect(emptyText(before)).toBe('Reading the store…');
    expect(linearLines(before)[0]).toBe('Reading the store; one moment.');
    expect(linearLines(after)[0]).toBe(
      'inbox, 0 mentions. Nothing has been heard yet. Press s to scan your sources.',
    );
  });

  it('keys that need a mention say what they wait for', () => {
    const [pressed] = update(before, { type: 'key', key: 'o' });
    expect(pressed.notice?.text).toBe('The store is still being read; one moment.');
  });
});

import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/text/width.ts';
import { anItem } from '../store/making.ts';
import { now, open } from './workbench.tsx';

const long = 'Waited two hours and then the nurse rolled her eyes. '.repeat(60);
const items = Array.from({ length: 90 }, (_, index) =>
  anItem({
    nativeId: String(index),
    title:
      index % 3 === 0
        ? `Äußerst 日本語 👩‍⚕️ headline that is long enough to be cut, number ${index}`
        : `Short ${index}`,
    text: index === 0 ? long : 'Lovely.',
    author: 'Jörg K.',
    publishedAt: new Date(now.getTime() - 3_600_000 * (index + 1)).toISOString(),
  }),
);

const plain = (text: string) => text.replace(/\u001B\[[\d;]*m/g, '');

describe.each([
  [80, 24],
  [120, 40],
  [200, 60],
  [60, 15],
])('at %ix%i', (columns, rows) => {
  it('every screen fills the window and no line is wider than it', async () => {
    const { press, type, sees, lines, close } = await open(items, { size: { columns, rows } });
    const fits = () => {
      expect(lines()).toHaveLength(rows);
      for (const line of lines()) expect(columnsOf(plain(line))).toBeLessThanOrEqual(columns);
    };
    await type('\u001B[B');
    await type('\u001B[A');
    await sees('[1 Inbox 90]');
    fits();
    await press('open');
    await sees('Waited two hours');
    fits();
    await press('bottom', 'back', 'help');
    await sees('Put into "reply"');
    fits();
    await press('close', 'sources');
    await sees('Health');
    fits();
    await press('close', 'palette');
    await sees('command:');
    fits();
    await press('leave', 'correct');
    await sees('about us');
    fits();
    close();
  });
});

describe('a window that is too small', () => {
  it('says so', async () => {
    const { sees } = await open(items, { size: { columns: 50, rows: 12 } });
    await sees('50x12; listen needs 60x15');
  });
});

describe('one pane or two', () => {
  it('opens the mention over the list where there is no room for both', async () => {
    const { press, sees, seesNot, isOn } = await open(items.slice(0, 2));
    await seesNot('suggest');
    await press('open');
    await sees('more lines', 'esc back');
    await press('back');
    await isOn('Äußerst');
  });

  it('leaves most of a small screen to the words, and the rest to the suggestion', async () => {
    const { press, sees, lines } = await open(items.slice(0, 1));
    await press('open');
    await sees('more lines', 'suggest  refer to office');
    expect(lines().filter(line => line.includes('rolled her eyes')).length).toBeGreaterThan(4);
  });

  it('shows the mention beside the list where there is', async () => {
    const { sees } = await open(items.slice(0, 2), { size: { columns: 120, rows: 40 } });
    await sees('r reply', 'suggest  refer to office', '│ ');
  });

  it('goes from mention to mention while reading, and back to the same place', async () => {
    const { press, sees, isOn } = await open(items.slice(1, 3));
    await press('open');
    await sees('Short 1');
    await press('next');
    await sees('Short 2');
    await press('back');
    await isOn('Short 2');
  });
});

describe('colours', () => {
  it('are left out with NO_COLOR, and the selected row is still told', async () => {
    const { lines, isOn } = await open(items, { env: { NO_COLOR: '1' } });
    await isOn('Äußerst');
    expect(lines().join('\n')).not.toMatch(/\u001B\[(?:3[0-7]|9[0-7])m/);
  });

  it('and special characters are left out on a dumb terminal', async () => {
    const { sees, lines } = await open(items, { env: { TERM: 'dumb' } });
    await sees('>  74');
    expect(lines().join('\n')).not.toContain('▌');
  });
});

describe('the header', () => {
  it('tells the time of the practice, and how long the oldest has waited', async () => {
    const { sees } = await open(items);
    expect(now.toISOString()).toContain('T19:05');
    await sees('Fri 20 Nov 14:05', 'oldest 3d 18h');
  });
});

import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { paintedStdout } from '../../src/tui/outside/painted-stdout.ts';
import { anItem } from '../store/making.ts';
import { now, open } from './workbench.tsx';

const attacks = [
  'title \u001B]0;owned\u0007',
  'clipboard \u001B]52;c;cm0gLXJmIH4=\u0007',
  'clear \u001B[2J\u001B[H\u001B[?1049l',
  'c1 \u009B31m \u0090q\u009C \u009D52;c;aGk=\u009C',
  'bidi \u202Ereversed\u202C \u2066x\u2069',
  'controls \u0000\u0007\u0008\u000B\u007F\r\nsecond line',
  'lone \uD800 surrogate',
  `stack${'\u0301'.repeat(300)}`,
];
const hostile = attacks.map((words, index) =>
  anItem(
    {
      nativeId: String(index),
      publishedAt: new Date(now.getTime() - 3_600_000 * (index + 1)).toISOString(),
      title: words,
      text: `${words}\n${words}`,
      author: words,
      url: `https://example.org/${encodeURIComponent(words.slice(0, 3))}`,
    },
    'wall',
    {
      flags: [
        { kind: 'negative', confidence: 1, reason: words, evidence: [{ start: 0, end: 12 }] },
      ],
    },
  ),
);

/** What the terminal would get of a frame: the painter's own sequences and printable text, nothing else. */
const onTerminal = (frame: string): string => {
  let bytes = '';
  const terminal = new Writable({
    write: (chunk, _, done) => {
      bytes += String(chunk);
      done();
    },
  });
  paintedStdout(terminal, () => undefined).write(frame);
  return bytes;
};

const allowed = /\u001B\[(?:\d+;\d+H|\d*G|K|[\d;]*m|\?2026[hl]|\?25[hl])/g;

describe('a hostile mention', () => {
  it('never reaches the terminal as a control sequence, wherever it is shown', async () => {
    const { press, type, sees, lines, store, outcome } = await open(hostile, {
      size: { columns: 100, rows: 24 },
    });
    await store.record([
      {
        id: 'x',
        at: '2026-11-20T12:00:00.000Z',
        by: 'eve\u001B[2J',
        kind: 'note',
        mentions: (await store.rows()).map(row => row.id),
        text: 'note \u001B]0;x\u0007',
      },
    ]);
    const frames: string[] = [];
    const look = () => frames.push(lines().join('\n'));
    for (const _ of hostile) {
      await press('open', 'next', 'back', 'down', 'copy');
      look();
    }
    await press('ignore');
    await sees('u undoes it');
    look();
    await press('undo', 'top', 'refer', 'referred', 'open', 'hand-over');
    await sees('Hand-over to the office');
    look();
    await press('copy-card', 'bottom');
    look();
    await press('close', 'follow-up', 'accept');
    await sees('The office has called');
    look();
    await press('inbox', 'overdue', 'sort');
    look();
    await press('clear', 'paste');
    await type(`\u001B[200~${attacks.slice(1).join(' ').replaceAll('\u001B[201~', '')}\u001B[201~`);
    await sees('clear');
    look();
    await press('leave-paste');
    await sees('esc again');
    await press('leave-paste');
    await press('filter');
    await type('\u001B[200~\u001B]52;c;eA==\u0007\u0000source:wall\u001B[201~');
    await sees('filter: ');
    look();
    for (const frame of frames)
      expect(onTerminal(frame).replace(allowed, '')).not.toMatch(
        /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uD800-\uDFFF]/u,
      );
    expect(frames.join('')).toContain('clipboard');
    expect(outcome.copied.join('')).not.toMatch(/\u001B/);
  });

  it('is opened in the browser only when its link is http or https', async () => {
    const { press, sees, outcome } = await open([
      anItem({ nativeId: '1', title: 'Bad link', url: 'javascript:alert(1)' }),
    ]);
    await press('open');
    await sees('Bad link');
    await press('browser');
    await sees('neither http nor https');
    expect(outcome.opened).toEqual([]);
  });
});

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listen } from '../../src/commands/listen.ts';
import { until } from '../sources/serving.ts';
import { aShell } from './shell.ts';

const now = Date.parse('2026-11-20T14:05:00Z');
const day = 86_400_000;

const feed = (times: readonly number[]) =>
  `<rss version="2.0"><channel><title>Wall</title>${times
    .map(
      (at, nth) =>
        `<item><guid isPermaLink="false">${nth}</guid><title>Visit ${nth}</title><description>The receptionist was terribly rude, worst clinic ever.</description><pubDate>${new Date(at).toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

const usual = Array.from({ length: 14 }, (_, ago) => now - (14 - ago) * day - 3_600_000);
const burst = Array.from({ length: 6 }, (_, index) => now - (index + 1) * 600_000);

/** A practice with a wall of reviews, watched from `at` until it has printed so many lines. */
const watched =
  (cwd: string, at: number) =>
  async (lines: number, ...argv: readonly string[]) => {
    const stop = new AbortController();
    const { shell, out, err } = aShell({ cwd, now: new Date(at) });
    const ended = listen(['watch', ...argv, '--store', 'kept'], { ...shell, signal: stop.signal });
    await until(() => out().split('\n').length > lines);
    stop.abort('SIGTERM');
    return { exitCode: await ended, out: out(), err: err() };
  };

const aPractice = (configured: string) => {
  const cwd = mkdtempSync(join(tmpdir(), 'listen-watch-'));
  writeFileSync(
    join(cwd, 'listen.toml'),
    `[practice]\nname = "Lakeside"\n${configured}\n[[source]]\nid = "wall"\nurl = "file:wall.xml"\nabout = "practice"\nevery = "1s"\n`,
  );
  const put = (times: readonly number[]) => writeFileSync(join(cwd, 'wall.xml'), feed(times));
  return { cwd, put };
};

test('a watch prints a line a scan, a line an alert, and who could not be told', async () => {
  const { cwd, put } = aPractice('[notify]\ncommand = ["./not-there"]');
  put(usual);
  const begun = await watched(cwd, now - 3_600_000)(1);
  expect([begun.exitCode, begun.out]).toEqual([
    143,
    '2026-11-20T13:05:00.000Z 1 source: 14 new, 0 changed, 0 duplicates, 14 flagged\n',
  ]);
  put([...usual, ...burst]);
  const { out } = await watched(cwd, now)(4);
  expect(out.split('\n').slice(0, 4)).toEqual([
    '2026-11-20T14:05:00.000Z 6 negative mentions in the last 3 hours; 1 is usual.',
    '2026-11-20T14:05:00.000Z 6 negative mentions of staff in the last 3 hours; 1 is usual.',
    expect.stringMatching(/Z nobody was notified: .*not-there cannot be run \(ENOENT\)$/),
    '2026-11-20T14:05:00.000Z 1 source: 6 new, 0 changed, 0 duplicates, 6 flagged',
  ]);
});

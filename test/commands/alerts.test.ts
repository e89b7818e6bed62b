import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { anOffice } from './office.ts';
import { run } from './shell.ts';

const now = Date.parse('2026-11-20T14:05:00Z');
const day = 86_400_000;

const rude = 'The receptionist was terribly rude and hung up on me, worst clinic ever.';

const feed = (times: readonly number[]) =>
  `<rss version="2.0"><channel><title>Wall</title>${times
    .map(
      (at, index) =>
        `<item><guid isPermaLink="false">${index}</guid><title>Visit ${index}</title><description>${rude}</description><pubDate>${new Date(at).toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

/** One bad review a day for two weeks, oldest first. */
const usual = Array.from({ length: 14 }, (_, ago) => now - (14 - ago) * day - 3_600_000);
const burst = Array.from({ length: 6 }, (_, index) => now - (index + 1) * 600_000);

/** The office with two weeks behind it, and then six bad reviews within the hour. */
const afterBurst = async (configured = '') => {
  const { folder } = anOffice();
  const wall = join(folder, 'feeds', 'wall.xml');
  const config = join(folder, 'listen.toml');
  writeFileSync(config, readFileSync(config, 'utf8').replace('[store]', `${configured}\n[store]`));
  writeFileSync(wall, feed(usual));
  const at = (time: number) => ({ cwd: folder, now: new Date(time) });
  const first = await run(['scan', '--json'], at(now - 3_600_000));
  writeFileSync(wall, feed([...usual, ...burst]));
  const scan = (...argv: readonly string[]) => run(['scan', '--force', ...argv], at(now));
  return { folder, first, scan };
};

const alertsIn = (out: string) =>
  out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
    .filter(({ type }) => type === 'alert');

test('a spike of negatives is told once, before the sum, and can fail a script', async () => {
  const { first, scan } = await afterBurst();
  expect(alertsIn(first.out)).toEqual([]);
  const told = await scan('--json', '--fail-on', 'spike');
  expect(told.exitCode).toBe(10);
  expect(alertsIn(told.out)).toContainEqual(
    expect.objectContaining({ kind: 'spike', what: { flag: 'negative' }, count: 6, hours: 3 }),
  );
  expect(JSON.parse(told.out.trim().split('\n').at(-1) ?? '')).toMatchObject({ type: 'done' });
  const again = await scan('--json', '--fail-on', 'spike');
  expect([again.exitCode, alertsIn(again.out)]).toEqual([0, []]);
});

test('people are told on stderr, even when they want it quiet', async () => {
  const { scan } = await afterBurst();
  expect((await scan('--quiet')).err).toContain('6 negative mentions in the last 3 hours');
});

test('the first look at a source is no news, however much it finds', async () => {
  const { folder } = anOffice();
  writeFileSync(join(folder, 'feeds', 'wall.xml'), feed([...usual, ...burst]));
  const { out } = await run(['scan', '--json'], { cwd: folder, now: new Date(now) });
  expect(alertsIn(out)).toEqual([]);
  const later = await run(['scan', '--json', '--force'], {
    cwd: folder,
    now: new Date(now + 60_000),
  });
  expect(alertsIn(later.out)).toEqual([]);
});

test("a source that falls silent is told of, and nobody else's", async () => {
  const { folder } = anOffice();
  writeFileSync(join(folder, 'feeds', 'wall.xml'), feed(usual));
  const scan = (days: number) =>
    run(['scan', '--json', '--force'], { cwd: folder, now: new Date(now + days * day) });
  expect(alertsIn((await scan(0)).out)).toEqual([]);
  expect(alertsIn((await scan(4)).out)).toEqual([]);
  expect(alertsIn((await scan(9)).out)).toMatchObject([{ kind: 'silent', source: 'wall' }]);
  expect(alertsIn((await scan(9.1)).out)).toEqual([]);
});

test("the user's command gets the alerts on its input, and no word of a mention", async () => {
  const script = `process.stdin.pipe(require('fs').createWriteStream('told.json'))`;
  const { folder, scan } = await afterBurst(
    `[notify]\ncommand = [${JSON.stringify(process.execPath)}, "-e", ${JSON.stringify(script)}]`,
  );
  expect(await scan('--json')).toMatchObject({ exitCode: 0, err: '' });
  const told = readFileSync(join(folder, 'told.json'), 'utf8');
  expect(JSON.parse(told)).toMatchObject({
    practice: 'Lakeside Family Medicine',
    alerts: expect.arrayContaining([
      expect.objectContaining({ type: 'alert', sentence: expect.stringContaining('6 negative') }),
    ]),
  });
  expect(told).not.toContain('receptionist');
});

test.each([
  ['["./not-there"]', 'cannot be run (ENOENT)'],
  [`[${JSON.stringify(process.execPath)}, "-e", "process.exit(4)"]`, 'ended with 4'],
])('when the command %s fails, the scan says so and is done', async (command, why) => {
  const { scan } = await afterBurst(`[notify]\ncommand = ${command}`);
  const { exitCode, err, out } = await scan('--json');
  expect([exitCode, err]).toEqual([0, expect.stringContaining(why)]);
  expect(out).toContain('"type":"done"');
});

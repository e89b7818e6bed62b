import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aShell, run } from './shell.ts';
import { listen } from '../../src/commands/listen.ts';

const lines = (out: string) =>
  out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));

test('a draft that says somebody was here ends with 10', async () => {
  const { exitCode, out } = await run(['screen'], { stdin: 'It was lovely to see you on Monday!' });
  expect(exitCode).toBe(10);
  expect(lines(out)).toMatchObject([
    { id: 'draft', outcome: 'block', findings: [{ rule: 'confirms-patient', severity: 'block' }] },
  ]);
});

test('a safe draft passes', async () => {
  const { exitCode, out } = await run(['screen'], { stdin: 'Thank you for the kind words!\n' });
  expect(exitCode).toBe(0);
  expect(lines(out)).toEqual([{ id: 'draft', outcome: 'pass', findings: [] }]);
});

test('every line of many is answered in turn', async () => {
  const stdin = '{"id": 1, "draft": "Thank you!"}\n\n{"id": "b", "draft": "Good riddance."}\n';
  const { exitCode, out } = await run(['screen'], { stdin });
  expect(exitCode).toBe(10);
  expect(lines(out).map(line => [line.id, line.outcome])).toEqual([
    ['1', 'pass'],
    ['b', 'block'],
  ]);
});

test('a line that cannot be read is named, and the others are still answered', async () => {
  const stdin = '{"id": 1, "draft": "Thank you!"}\n{"id": 2}\n{"id": 3, "draft": "Thanks!"}';
  const { exitCode, out, err } = await run(['screen'], { stdin });
  expect(exitCode).toBe(3);
  expect(err).toBe('line 2: has no "draft"\n');
  expect(lines(out)).toHaveLength(2);
});

test('nothing on standard input is said to be nothing', async () => {
  const { exitCode, err } = await run(['screen'], { stdin: ' \n' });
  expect(exitCode).toBe(2);
  expect(err).toContain('nothing to screen');
});

test('the mention that a draft answers can come from a file', async () => {
  const { shell, folder, out } = aShell({
    stdin: 'Sorry to hear about the migraine. Call 555-0134.',
  });
  const file = join(folder, 'mention.json');
  writeFileSync(file, JSON.stringify({ text: 'I had a migraine and waited two hours' }));
  expect(await listen(['screen', '--for', file], shell)).toBe(10);
  expect(lines(out())[0].findings[0].rule).toBe('reveals-phi');
});

/** Screens a draft in an office whose configuration names a policy of its own. */
const screenedBy = async (policy: string, draft: string) => {
  const { shell, folder, out, err } = aShell({ stdin: draft });
  writeFileSync(join(folder, 'ours.toml'), policy);
  writeFileSync(
    join(folder, 'listen.toml'),
    '[practice]\nname = "Lakeside"\n[reply]\npolicy = "ours.toml"\n',
  );
  const exitCode = await listen(['screen', '--config', join(folder, 'listen.toml')], shell);
  return { exitCode, out: out(), err: err() };
};

test("a practice's own words block, wherever the configuration says so", async () => {
  const policy = '[[change]]\nrule = "over-promotion"\nmatch = ["healing garden"]\n';
  const { exitCode, out } = await screenedBy(policy, 'Our healing garden is open to all.');
  expect(exitCode).toBe(10);
  expect(lines(out)[0].findings.map((one: { rule: string }) => one.rule)).toContain(
    'over-promotion',
  );
});

test('a rule that is loosened in silence stops everything, and one with a reason is told', async () => {
  const loosened = '[[change]]\nrule = "over-promotion"\nseverity = "warn"\n';
  const draft = 'Thank you for the kind words!';
  const silent = await screenedBy(loosened, draft);
  expect(silent.exitCode).toBe(2);
  expect(silent.err).toContain('cannot become warn without because');
  const told = await screenedBy(`${loosened}because = "our spa page is a shop"\n`, draft);
  expect(told.exitCode).toBe(0);
  expect(told.err).toContain('Your policy loosens over-promotion: our spa page is a shop');
});

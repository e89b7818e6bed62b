import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { notifying } from '../../src/commands/notify.ts';
import type { Notifying } from '../../src/commands/notify.ts';
import type { ScanAlert, ScanEvent } from '../../src/core/scan-event.ts';
import { nothingDone } from '../../src/scan/tally.ts';

const spike = (sentence: string): ScanAlert => ({
  type: 'alert',
  kind: 'spike',
  what: { flag: 'negative' },
  count: 6,
  usual: 1,
  hours: 3,
  sentence,
});

const [first, second] = [spike('6 <negative> mentions & more.'), spike('4 urgent mentions.')];

/** A folder with a program in it that writes down what it was called with, and then does what it is told. */
const aMachine = (name: string, script: string) => {
  const cwd = mkdtempSync(join(tmpdir(), 'listen-notify-'));
  const program = join(cwd, name);
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o755);
  return {
    program,
    log: () => readFileSync(join(cwd, 'log'), 'utf8'),
    /** What is said of notifying in these rounds of a watch, each ended by its sum. */
    hears: async (
      how: Omit<Notifying, 'practice'>,
      rounds: readonly (readonly ScanAlert[])[],
      platform: NodeJS.Platform = 'linux',
    ) => {
      const events = async function* (): AsyncGenerator<ScanEvent> {
        for (const round of rounds) {
          yield* round;
          yield nothingDone;
        }
      };
      const env = { PATH: `${cwd}:/usr/bin:/bin` };
      const whys: string[] = [];
      const notices = notifying(events(), { ...how, practice: 'Lakeside' }, { env, cwd, platform });
      for await (const event of notices) if (event.type === 'unnotified') whys.push(event.why);
      return whys;
    },
  };
};

const writesArguments = 'printf "%s|" "$@" >> log; echo >> log';

test('each alert of a long watch is told once, after the scan that found it', async () => {
  const { hears, log, program } = aMachine('tell', 'cat >> log');
  expect(await hears({ command: [program] }, [[first], [], [second]])).toEqual([]);
  const told = log().trim().split('\n');
  expect(told.map(line => JSON.parse(line).alerts)).toEqual([[first], [second]]);
});

test('a command that takes too long is ended, and nobody waits for it', async () => {
  const { hears, program } = aMachine('hang', 'exec sleep 60');
  const [why] = await hears({ command: [program], longestMs: 200 }, [[first]]);
  expect(why).toContain('was ended (SIGKILL); it may take 0.2 s at most');
});

test('a desktop shows the alerts under the name of the practice, and reads none of it as markup', async () => {
  const { hears, log } = aMachine('notify-send', writesArguments);
  expect(await hears({ desktop: true }, [[first, second]])).toEqual([]);
  expect(log()).toBe(
    '--app-name=listen|--|Lakeside|6 &lt;negative&gt; mentions &amp; more.\n4 urgent mentions.|\n',
  );
});

test('a Mac is told by a script that gets the words as arguments', async () => {
  const { hears, log } = aMachine('osascript', writesArguments);
  await hears({ desktop: true }, [[first]], 'darwin');
  expect(log()).toContain('|end run|Lakeside|6 <negative> mentions & more.|');
});

test('where there is no desktop it is said once, and the command is still run', async () => {
  const { hears, log, program } = aMachine('tell', 'cat >> log');
  const whys = await hears({ desktop: true, command: [program] }, [[first], [second]], 'win32');
  expect(whys).toEqual(['there are no desktop notifications on win32']);
  expect(log().match(/"alerts"/g)).toHaveLength(2);
  const without = aMachine('other', '');
  expect((await without.hears({ desktop: true }, [[first], [second]], 'darwin')).length).toBe(1);
});

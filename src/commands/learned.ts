import { randomUUID } from 'node:crypto';
import { enough } from '../classify/personal.ts';
import type { Habit, Learned } from '../core/learned.ts';
import { exitCodes } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import { counted } from './counted.ts';
import { createLearner } from './learning.ts';
import { print } from './print.ts';
import type { Shell } from './shell.ts';
import { openWorkspace, withStore } from './workspace.ts';
import type { Globals } from './workspace.ts';

type Options = Globals & { readonly reset?: true; readonly json?: true };

/** `listen learned`: what was learned from decisions and corrections, how often it was right, and its forgetting. */
export const learned = async (options: Options, shell: Shell): Promise<ExitCode> => {
  const workspace = openWorkspace(shell, options);
  return withStore(workspace, shell, async store => {
    if (options.reset) {
      const made = { id: randomUUID(), at: shell.now().toISOString(), by: workspace.me };
      await store.record([{ ...made, kind: 'forget', mentions: [] }]);
      shell.stderr.write(
        'What was learned is forgotten; decisions stay as they are. u in the workbench takes this back.\n',
      );
    }
    const known = await createLearner(store)();
    await print(shell.stdout, options.json ? json(known) : described(known));
    return exitCodes.done;
  });
};

const json = ({ suggest: _, ...known }: Learned): string =>
  `${JSON.stringify({ ...known, needed: Math.max(0, enough - known.decisions) })}\n`;

const described = (known: Learned): string => {
  const { decisions, corrections, since, agreed, tableAgreed, habits } = known;
  const from = since === undefined ? '' : `, since ${since.slice(0, 10)}`;
  return [
    `Learned from  ${counted(decisions, 'decision')} and ${counted(corrections, 'correction')}${from}`,
    `Suggestions   ${standing(known)}`,
    ...(known.counted === 0
      ? []
      : [
          `Right         ${agreed} of the last ${known.counted} decisions; without learning ${tableAgreed}`,
        ]),
    ...habits.map((habit, at) => `${at === 0 ? 'Habits' : '      '}        ${habitOf(habit)}`),
    '',
  ].join('\n');
};

const standing = ({ decisions, isActive }: Learned): string => {
  if (isActive) return 'are moved by it, except where something is urgent';
  return decisions < enough
    ? `are not moved yet: ${counted(enough - decisions, 'decision')} to go`
    : 'are not moved: without learning they were right more often';
};

const habitOf = ({ bucket, times, of, like }: Habit): string =>
  `${bucket}: ${times} of ${of} ${like}`;

import { balanceOf, purposesOf } from '../core/capacity.ts';
import type { Balance, Capacity } from '../core/capacity.ts';
import { isPending } from '../core/row.ts';
import type { Row } from '../core/row.ts';
import { exitCodes } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import { oldestWaiting, reckon } from '../tui/reckoning.ts';
import { counted } from './counted.ts';
import { print } from './print.ts';
import type { Shell } from './shell.ts';
import { configOf, openWorkspace, withStore } from './workspace.ts';
import type { Globals } from './workspace.ts';

type Options = Globals & { readonly json?: true };

/** `listen capacity`: whether more replies can be promised than will be written. */
export const capacity = async (options: Options, shell: Shell): Promise<ExitCode> => {
  const workspace = openWorkspace(shell, options);
  const { minutesPerWeek } = configOf(workspace).office;
  return withStore(workspace, shell, async store => {
    const [rows, acts] = [await store.rows(), await store.acts()];
    const now = shell.now().getTime();
    const reckoned = reckon(acts, rows, { me: workspace.me, minutesPerWeek }, now);
    const oldest = oldestWaiting(acts, rows);
    const page: Page = {
      ...reckoned,
      left: Math.max(0, reckoned.budget - reckoned.spent),
      ...(oldest ? { oldest } : {}),
      balance: balanceOf(purposesOf(acts)),
      pending: rows.filter(isPending).length,
    };
    await print(shell.stdout, options.json ? json(page) : described(page));
    return exitCodes.done;
  });
};

type Page = Capacity & {
  readonly left: number;
  readonly oldest?: Row;
  readonly balance: Balance;
  /** Referred to the office, and not resolved yet. */
  readonly pending: number;
};

const json = ({ oldest, ...page }: Page) =>
  `${JSON.stringify({ ...page, ...(oldest ? { oldest: oldest.id } : {}) })}\n`;

const described = (page: Page): string => {
  const { balance, state, waiting, oldest } = page;
  const posted = balance.promotional + balance.informative;
  const debt =
    waiting === 0
      ? 'none: nothing waits for a reply'
      : `${minutes(page.debt)} for ${counted(waiting, 'reply', 'replies')}, ${minutes(page.minutesPerReply)} each`;
  return [
    `Reply time   ${minutes(page.left)} of ${minutes(page.budget)} left this week`,
    `Reply debt   ${debt}`,
    ...(oldest
      ? [`Oldest       waits ${waitingTime(page.oldestMs)}: ${oldest.id}  ${oldest.headline}`]
      : []),
    `Unanswered   ${Math.round(page.unansweredShare * 100)} % of what needed an answer in 30 days`,
    `Asks again   ${counted(page.asksAgain, 'person', 'people')} wrote again while waiting`,
    `Promotion    ${posted === 0 ? 'nothing posted yet' : `${balance.promotional} of the last ${counted(posted, 'reply', 'replies')}`}`,
    `Referred     ${page.pending} not resolved yet`,
    ...(state.kind === 'room' ? [] : ['', state.suggestion]),
    ...(balance.hint === undefined ? [] : ['', balance.hint]),
    '',
  ].join('\n');
};

const minutes = (count: number) => `${Math.round(count)} min`;

const hour = 3_600_000;

const waitingTime = (ms: number): string => {
  const hours = Math.floor(ms / hour);
  return hours < 24 ? `${hours} h` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
};

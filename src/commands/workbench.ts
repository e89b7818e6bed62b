import type { ScanEvent } from '../core/scan-event.ts';
import type { ByHand } from '../core/by-hand.ts';
import type { Source } from '../core/source.ts';
import type { SuggestedSource } from '../core/suggested-sources.ts';
import type { TakenIn } from '../tui/message.ts';
import type { Store } from '../store/store.ts';
import { businessClock } from '../core/hours.ts';
import { serviceReader } from '../core/service.ts';
import { UserError } from '../core/user-error.ts';
import type { Replying } from '../tui/effects-reply.ts';
import type { Config } from '../config/config.ts';
import { createLearner } from './learning.ts';
import type { Shell } from './shell.ts';

/** What the workbench works on. */
export type Workbench = {
  readonly store: Store;
  readonly config: Pick<Config, 'practice' | 'office' | 'sources'>;
  readonly scan: (options: {
    readonly force: boolean;
    readonly signal: AbortSignal;
  }) => AsyncIterable<ScanEvent>;
  /** Reads what writing replies needs. */
  readonly replying: () => Promise<Replying>;
  /** Judges and stores what a person typed or pasted. */
  readonly takeIn: (typed: ByHand) => Promise<TakenIn>;
  /** Writes sources into the configuration; gives all that it has then. */
  readonly addSources: (offers: readonly SuggestedSource[]) => Promise<readonly Source[]>;
  readonly shell: Shell;
  /** Who decides. */
  readonly me: string;
};

/** Opens the full-screen workbench; resolves with the exit code when it is left. */
export const runWorkbench = async ({
  store,
  config,
  scan,
  replying,
  takeIn,
  addSources,
  shell,
  me,
}: Workbench): Promise<number> => {
  if (!shell.stdin.isTTY || !shell.stdout.isTTY)
    throw new UserError(
      'The workbench needs a terminal. From a script use "listen list", "listen triage" and "listen export".',
    );
  const { openWorkbench } = await import('../tui/open.tsx');
  return openWorkbench({
    store,
    scan,
    replying,
    learn: createLearner(store),
    takeIn,
    addSources,
    now: shell.now,
    terminal: shell,
    minutesPerWeek: config.office.minutesPerWeek,
    setting: {
      me,
      profile: config.practice,
      timezone: config.office.timezone,
      sources: config.sources,
      service: serviceReader(businessClock(config.office)),
    },
  });
};

import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/load.ts';
import { scan } from '../scan/scan.ts';
import type { Store } from '../store/store.ts';
import { notifying, notifyingOf } from './notify.ts';
import { readReplying } from './replying.ts';
import { scanDependencies } from './scanning.ts';
import type { Outlook } from './scanning.ts';
import type { Shell } from './shell.ts';
import { addSuggested } from './sources-suggest.ts';
import { takeInByHand } from './take-in-hand.ts';
import { runWorkbench } from './workbench.ts';
import type { Workspace } from './workspace.ts';

/** Opens the workbench on a store; what a scan needs is read when the first one starts. */
export const workAt = (
  workspace: Workspace,
  config: Config,
  store: Store,
  outlook: Outlook,
  shell: Shell,
): Promise<number> => {
  let { sources } = config;
  return runWorkbench({
    store,
    config,
    shell,
    me: workspace.me,
    replying: () => readReplying(workspace, shell),
    takeIn: typed => takeInByHand(typed, { store, judge: outlook.judge }, workspace, shell),
    addSources: async offers => {
      await addSuggested(workspace, offers);
      if (workspace.configFile !== undefined) ({ sources } = loadConfig(workspace.configFile));
      return sources;
    },
    async *scan({ force, signal }) {
      const current = { ...config, sources };
      const dependencies = scanDependencies(workspace, current, outlook, store, shell);
      const { concurrency } = config.network;
      const { timezone } = config.office;
      const events = scan(dependencies, { force, signal, concurrency, timeZone: timezone });
      yield* notifying(events, notifyingOf(config), shell);
    },
  });
};

import { workAt } from './at-work.ts';
import { demo } from './demo.ts';
import { exitCodes } from '../core/user-error.ts';
import { openOutlook } from './scanning.ts';
import type { Shell } from './shell.ts';
import { openWorkspace, withStore } from './workspace.ts';
import type { Globals } from './workspace.ts';

/** `listen`: the workbench on the practice's own store; without a configuration, asks what to do. */
export const open = async (globals: Globals, shell: Shell): Promise<number> => {
  const workspace = openWorkspace(shell, globals);
  const { config } = workspace;
  if (config === undefined) return beginWithout(globals, shell);
  const outlook = openOutlook(config, shell);
  try {
    return await withStore(workspace, shell, store =>
      workAt(workspace, config, store, outlook, shell),
    );
  } finally {
    outlook.close();
  }
};

/** The first time: the sample feeds, the set-up and then the workbench, or nothing. Without a terminal, the sample feeds. */
const beginWithout = async (globals: Globals, shell: Shell): Promise<number> => {
  if (!shell.stdin.isTTY || !shell.stdout.isTTY) return demo(shell);
  const { askFirst } = await import('../tui/setup/first-run.tsx');
  const way = await askFirst(shell);
  switch (way) {
    case 'demo':
      return demo(shell);
    case 'init': {
      const { init } = await import('./init.ts');
      const exitCode = await init(globals, shell);
      return exitCode === exitCodes.done ? open(globals, shell) : exitCode;
    }
    case 'quit':
      return exitCodes.done;
    case 'interrupt':
      return 130;
    default:
      return way satisfies never;
  }
};

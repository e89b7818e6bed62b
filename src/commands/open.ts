import { workAt } from './at-work.ts';
import { demo } from './demo.ts';
import { openOutlook } from './scanning.ts';
import type { Shell } from './shell.ts';
import { openWorkspace, withStore } from './workspace.ts';
import type { Globals } from './workspace.ts';

/** `listen`: the workbench on the practice's own store; without a configuration, on the sample feeds. */
export const open = async (globals: Globals, shell: Shell): Promise<number> => {
  const workspace = openWorkspace(shell, globals);
  const { config } = workspace;
  if (config === undefined) return demo(shell);
  const outlook = openOutlook(config, shell);
  try {
    return await withStore(workspace, shell, store =>
      workAt(workspace, config, store, outlook, shell),
    );
  } finally {
    outlook.close();
  }
};

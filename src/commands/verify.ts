import { exitCodes } from '../core/user-error.ts';
import type { Store } from '../store/store.ts';
import type { Shell } from './shell.ts';
import { openWorkspace, withStore } from './workspace.ts';
import type { Globals } from './workspace.ts';

/** `listen verify`: reads and checks all that is kept; exit code 1 when something is damaged. */
export const verify = async (
  options: Globals & { readonly json?: true },
  shell: Shell,
): Promise<number> => {
  const check = async (store: Store) => {
    const damage = await store.verify();
    const { length } = await store.rows();
    const acts = (await store.acts()).length;
    for (const found of damage)
      shell.stdout.write(
        options.json
          ? `${JSON.stringify({ type: 'damage', ...found })}\n`
          : `${found.what} ${found.remedy}\n`,
      );
    shell.stdout.write(
      options.json
        ? `${JSON.stringify({ type: 'done', mentions: length, acts, damage: damage.length })}\n`
        : `${length} mentions and ${acts} acts read; ${damage.length === 0 ? 'all is well' : `${damage.length} damaged`}.\n`,
    );
    return damage.length === 0 ? exitCodes.done : exitCodes.failed;
  };
  return withStore(openWorkspace(shell, options), shell, check, inTheReport);
};

/** What was found while opening is among what `verify` finds. */
const inTheReport = () => undefined;

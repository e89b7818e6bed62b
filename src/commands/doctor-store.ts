import { existsSync, statSync } from 'node:fs';
import { isUrl } from '../config/find.ts';
import { StoreError } from '../store/store.ts';
import type { Store } from '../store/store.ts';
import type { Finding } from './doctor-checks.ts';
import type { Shell } from './shell.ts';
import { withStore } from './workspace.ts';
import type { Workspace } from './workspace.ts';

/** Whether the store can be read and written, by whom, and how the sources were when they were last looked at. */
export const storeChecks = async (
  workspace: Workspace,
  shell: Shell,
): Promise<readonly Finding[]> => {
  const { storePlace } = workspace;
  if (!isUrl(storePlace) && !existsSync(storePlace))
    return [well(`${storePlace} is made by the first scan.`)];
  try {
    return await withStore(workspace, shell, store => examined(store, workspace), inTheReport);
  } catch (error) {
    if (error instanceof StoreError) return [unwell(error.message)];
    throw error;
  }
};

const examined = async (
  store: Store,
  { storePlace, me }: Workspace,
): Promise<readonly Finding[]> => [
  well(`${storePlace}, ${(await store.rows()).length} mentions.`),
  ...store.damage.map(({ what, remedy }) => unwell(what, remedy)),
  ...(await writing(store, me)),
  ...privacyOf(storePlace),
  ...(await sourcesOf(store)),
];

/** What was found while opening is among the findings. */
const inTheReport = () => undefined;

const well = (finding: string): Finding => ({ check: 'store', ok: true, finding });

const unwell = (finding: string, remedy?: string): Finding => ({
  check: 'store',
  ok: false,
  finding,
  ...(remedy === undefined ? {} : { remedy }),
});

/** A full or read-only disk shows when a lock is taken. */
const writing = async (store: Store, me: string): Promise<readonly Finding[]> => {
  try {
    const lease = await store.lease('doctor', me);
    if (lease.kind === 'held') await lease.release();
    return [];
  } catch (error) {
    if (error instanceof StoreError) return [unwell(error.message)];
    throw error;
  }
};

/** Whether others on this machine may read the folder; permission bits are in octal, as in chmod. */
const privacyOf = (place: string): readonly Finding[] => {
  if (isUrl(place) || process.platform === 'win32') return [];
  const check = 'privacy';
  if ((statSync(place).mode & 0o077) === 0)
    return [{ check, ok: true, finding: 'Only you may read the store.' }];
  const finding = 'Others on this machine may look into the store.';
  return [{ check, ok: false, finding, remedy: `Run chmod 700 ${place}` }];
};

const sourcesOf = async (store: Store): Promise<readonly Finding[]> =>
  [...(await store.sourceStates()).values()]
    .filter(({ health }) => health === 'failed' || health === 'blocked')
    .map(({ id, health, why }) => ({
      check: 'source',
      ok: false,
      finding: `${id} is ${health}: ${why ?? 'no reason was given'}`,
    }));

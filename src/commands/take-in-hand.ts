import type { ByHand } from '../core/by-hand.ts';
import { idOf, keysOf } from '../core/identity.ts';
import type { Source } from '../core/source.ts';
import { parseByHand } from '../parse/by-hand.ts';
import type { Judge } from '../scan/judge.ts';
import type { Store } from '../store/store.ts';
import type { TakenIn } from '../tui/message.ts';
import type { Shell } from './shell.ts';
import { takeInto } from './take-into.ts';
import type { Workspace } from './workspace.ts';

/** What is typed or pasted is of the practice; nobody would paste it otherwise. No scan looks at it. */
const byHand: Source = {
  id: 'pasted',
  kind: 'import',
  about: 'practice',
  every: Infinity,
  staleAfter: Infinity,
  enabled: false,
};

/** Stores one mention that a person typed or pasted, the way of `listen import`. */
export const takeInByHand = async (
  typed: ByHand,
  into: { readonly store: Store; readonly judge: Judge },
  workspace: Workspace,
  { now, signal }: Pick<Shell, 'now' | 'signal'>,
): Promise<TakenIn> => {
  const read = parseByHand(typed, now());
  if (!read.ok) return { kind: 'wrong', field: read.field, problem: read.problem };
  const how = { dryRun: false, signal, now: now() };
  const { added, updated, dropped } = await takeInto(byHand, [read.entry], into, workspace, how);
  if (added + updated > 0) return { kind: 'added', id: idOf(keysOf(read.entry, byHand.id)) };
  return { kind: dropped > 0 ? 'dropped' : 'held' };
};

import { liveActs } from './triage.ts';
import type { Act, ActId } from './triage.ts';

/** What a person's next undo would take back. */
export type Undoable<A extends Act> =
  | { readonly kind: 'act'; readonly act: A }
  /** This act stands, for a reason; one asks again to take back the act before it. */
  | { readonly kind: 'stands'; readonly act: A; readonly because: Standing }
  | { readonly kind: 'none' };

/** The reply was posted, which only withdrawing answers; or somebody has gone on from the act, perhaps another person. */
export type Standing = 'posted' | 'built-on';

/** The newest act by this person that still counts, before `before` when that is given; across sessions. */
export const nextUndo = <A extends Act>(
  acts: readonly A[],
  by: string,
  before?: ActId,
): Undoable<A> => {
  const live = liveActs(acts);
  const end = before === undefined ? -1 : live.findIndex(({ id }) => id === before);
  const act = live
    .slice(0, end < 0 ? live.length : end)
    .findLast(one => one.by === by && one.kind !== 'purge');
  if (!act) return { kind: 'none' };
  const because = standsBecause(act, live);
  return because === undefined ? { kind: 'act', act } : { kind: 'stands', act, because };
};

/** Why a step of a reply cannot be taken back; every other act can. */
const standsBecause = (act: Act, live: readonly Act[]): Standing | undefined => {
  if (act.kind !== 'reply' || act.step.step === 'follow-up') return undefined;
  if (act.step.step === 'post') return 'posted';
  const draft = act.step.step === 'draft' ? act.id : act.step.draft;
  const later = live.slice(live.indexOf(act) + 1);
  const isBuiltOn = later.some(
    other => other.kind === 'reply' && 'draft' in other.step && other.step.draft === draft,
  );
  return isBuiltOn ? 'built-on' : undefined;
};

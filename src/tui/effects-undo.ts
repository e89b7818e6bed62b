import type { Act, ActId } from '../core/triage.ts';
import { nextUndo } from '../core/undo.ts';
import type { Outside } from './effects.ts';
import type { Message } from './message.ts';

type Answer = Extract<Message, { type: 'undone' | 'stands' | 'nothing-to-undo' }>;

/** Takes back this person's newest act, or the newest before `before`; looks again when somebody acts meanwhile. */
export const takeBack = async (outside: Outside, before: ActId | undefined): Promise<Answer> => {
  const { store, me, now } = outside;
  for (;;) {
    const acts = await store.acts();
    const next = nextUndo(acts, me, before);
    if (next.kind === 'none') return { type: 'nothing-to-undo' };
    if (next.kind === 'stands') return { type: 'stands', act: next.act, because: next.because };
    const undo: Act = {
      id: outside.newId(),
      at: now().toISOString(),
      by: me,
      kind: 'undo',
      act: next.act.id,
    };
    const recorded = await store.record([undo], acts.at(-1)?.seq);
    if (recorded.kind === 'recorded') return { type: 'undone', act: next.act, rows: recorded.rows };
  }
};

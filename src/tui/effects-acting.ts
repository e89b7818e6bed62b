import type { Act } from '../core/triage.ts';
import type { Recorded, Store } from '../store/store.ts';
import type { Outside } from './effects.ts';

/** Records acts, and notices what others decided about the same mentions that this screen has not shown yet. */
export const follower = ({ store }: Outside) => {
  let seen: Promise<number> = store.seq();
  const catchUp = () => (seen = store.seq());
  return {
    catchUp,
    record: async (act: Act): Promise<Recorded> => {
      for (;;) {
        const recorded = await store.record([act], decides(act) ? await seen : undefined);
        if (recorded.kind === 'recorded') {
          seen = Promise.resolve(recorded.seq);
          return recorded;
        }
        seen = Promise.resolve(recorded.act.seq);
        if (decides(recorded.act)) return recorded;
      }
    },
  };
};

/** Notes and corrections of two people go together; where a mention belongs is for one to say. */
const decides = ({ kind }: Act): boolean => kind !== 'note' && kind !== 'correct';

/** The rows of what an act is about, as they stand. */
export const rowsOf = async (store: Store, act: Act) => {
  if (act.kind === 'undo') return [];
  const ids = new Set(act.mentions);
  return (await store.rows()).filter(row => ids.has(row.id));
};

import type { MentionId } from '../core/mention.ts';
import type { Store } from '../store/store.ts';
import type { Outside } from './effects.ts';
import type { Detail, Message } from './message.ts';

/** Reads the mention under the cursor once the cursor rests; of several asked for meanwhile only the last. */
export const reader = (
  { rests }: Outside,
  readDetail: (id: MentionId) => Promise<Detail | undefined>,
) => {
  let wanted: MentionId | undefined;
  let timer: NodeJS.Timeout | undefined;
  return async (id: MentionId, soon: boolean, send: (message: Message) => void) => {
    wanted = id;
    clearTimeout(timer);
    if (soon) await new Promise<void>(resolve => (timer = setTimeout(resolve, rests.readMs)));
    if (wanted !== id) return;
    send({ type: 'detail', id, detail: await readDetail(id) });
  };
};

/** Reads all rows; asked again while reading, it reads once more afterwards. */
export const loader = (store: Store) => {
  let again = false;
  let running = false;
  return async (send: (message: Message) => void): Promise<void> => {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again) {
        again = false;
        const [rows, states] = await Promise.all([store.rows(), store.sourceStates()]);
        send({ type: 'loaded', rows, states });
      }
    } finally {
      running = false;
    }
  };
};

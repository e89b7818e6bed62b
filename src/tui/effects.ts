import type { ScanEvent } from '../core/scan-event.ts';
import { lastUndoable } from '../core/triage.ts';
import type { Act } from '../core/triage.ts';
import type { Store } from '../store/store.ts';
import type { MentionId } from '../core/mention.ts';
import type { Effect, Message } from './message.ts';
import type { Perform } from './program.ts';

/** The outside as the workbench needs it. */
export type Outside = {
  readonly store: Store;
  readonly scan: (options: { readonly force: boolean }) => AsyncIterable<ScanEvent>;
  readonly now: () => Date;
  readonly me: string;
  readonly newId: () => string;
  /** Puts a text on the terminal's clipboard. */
  readonly copy: (text: string) => void;
  /** Opens an address in the browser; rejects with a sentence. */
  readonly browse: (url: string) => Promise<void>;
  readonly suspend: () => Promise<void>;
  readonly quit: (exitCode: number) => void;
  /** Milliseconds that the cursor must rest before the mention under it is read. */
  readonly restMs: number;
};

/** Carries out what updates ask for: the only place of the workbench that touches anything outside. */
export const createPerform = (outside: Outside): Perform<Effect, Message> => {
  const { store, me, now } = outside;
  const follow = follower(outside);
  const read = reader(outside);
  const load = loader(store);

  const perform: Perform<Effect, Message> = async (effect, send) => {
    switch (effect.type) {
      case 'load':
        return load(send);
      case 'find': {
        const rows = await store.find(effect.query, { now: now().getTime(), me });
        const ids = new Set(rows.map(row => row.id));
        return send({ type: 'found', typed: effect.typed, ids });
      }
      case 'read':
        return read(effect.id, effect.soon, send);
      case 'record': {
        const { ticket, deed } = effect;
        const act: Act = { id: outside.newId(), at: now().toISOString(), by: me, ...deed };
        const known = await follow.known();
        const recorded = await store.record([act], known);
        if (recorded.kind === 'recorded') {
          follow.saw(recorded.seq);
          return send({ type: 'recorded', ticket, rows: recorded.rows });
        }
        follow.saw(recorded.act.seq);
        const rows = await rowsOf(store, act);
        return send({ type: 'refused', ticket, by: recorded.act, rows });
      }
      case 'undo': {
        const last = lastUndoable(await store.acts(), me);
        if (!last) return send({ type: 'nothing-to-undo' });
        const act: Act = {
          id: outside.newId(),
          at: now().toISOString(),
          by: me,
          kind: 'undo',
          act: last.id,
        };
        const recorded = await store.record([act]);
        if (recorded.kind !== 'recorded') return;
        follow.saw(recorded.seq);
        return send({ type: 'undone', act: last, rows: recorded.rows });
      }
      case 'scan':
        for await (const event of outside.scan({ force: effect.force }))
          send({ type: 'scan', event });
        return send({ type: 'scan-ended' });
      case 'copy':
        outside.copy(effect.text);
        return send({ type: 'told', text: `${effect.what} are on the clipboard.` });
      case 'browse':
        await outside.browse(effect.url);
        return send({ type: 'told', text: 'The browser was asked to open the link.' });
      case 'suspend':
        return outside.suspend();
      case 'quit':
        return outside.quit(effect.exitCode);
      default:
        return effect satisfies never;
    }
  };

  return async (effect, send) => {
    try {
      await perform(effect, send);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      send({ type: 'failed', what: attempts[effect.type], why, ...ticketOf(effect) });
      if (effect.type === 'scan') send({ type: 'scan-ended' });
    }
  };
};

const attempts: Readonly<Record<Effect['type'], string>> = {
  load: 'The store could not be read',
  find: 'The filter could not be applied',
  read: 'The mention could not be read',
  record: 'This was not kept',
  undo: 'Nothing was taken back',
  scan: 'The scan stopped',
  copy: 'Nothing was copied',
  browse: 'The link was not opened',
  suspend: 'The workbench could not be suspended',
  quit: 'The workbench could not be left',
};

const ticketOf = (effect: Effect) => (effect.type === 'record' ? { ticket: effect.ticket } : {});

/** Remembers how far in the journal this screen has seen, so that acts of others in between are noticed. */
const follower = ({ store }: Outside) => {
  let seen: number | undefined;
  const first = store.seq().then(
    seq => (seen ??= seq),
    () => undefined,
  );
  return {
    known: async () => seen ?? (await first),
    saw: (seq: number) => (seen = Math.max(seen ?? 0, seq)),
  };
};

/** Reads the mention under the cursor once the cursor rests; of several asked for meanwhile only the last. */
const reader = ({ store, restMs }: Outside) => {
  let wanted: MentionId | undefined;
  let timer: NodeJS.Timeout | undefined;
  return async (id: MentionId, soon: boolean, send: (message: Message) => void) => {
    wanted = id;
    clearTimeout(timer);
    if (soon) await new Promise<void>(resolve => (timer = setTimeout(resolve, restMs)));
    if (wanted !== id) return;
    const [[kept], acts] = await Promise.all([store.mentions([id]), store.acts(id)]);
    send({
      type: 'detail',
      id,
      detail: kept && { mention: kept.mention, verdict: kept.verdict, triage: kept.triage, acts },
    });
  };
};

/** Reads all rows; asked again while reading, it reads once more afterwards. */
const loader = (store: Store) => {
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

/** The rows of what an act is about, as they stand. */
const rowsOf = async (store: Store, act: Act) => {
  if (act.kind === 'undo') return [];
  const ids = new Set(act.mentions);
  return (await store.rows()).filter(row => ids.has(row.id));
};

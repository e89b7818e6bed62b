import type { ByHand } from '../core/by-hand.ts';
import type { Source } from '../core/source.ts';
import type { SuggestedSource } from '../core/suggested-sources.ts';
import type { Row } from '../core/row.ts';
import type { ScanEvent } from '../core/scan-event.ts';
import { isLate } from '../core/service.ts';
import type { ServiceReader } from '../core/service.ts';
import type { Act } from '../core/triage.ts';
import type { Learned } from '../core/learned.ts';
import type { Store } from '../store/store.ts';
import { createReckoner } from './effects-capacity.ts';
import { createPupil } from './effects-learning.ts';
import { follower, rowsOf } from './effects-acting.ts';
import { loader, reader } from './effects-reading.ts';
import { takeBack } from './effects-undo.ts';
import { createReplies } from './effects-reply.ts';
import type { Replying } from './effects-reply.ts';
import type { Effect, Message, TakenIn } from './message.ts';
import type { Perform } from './program.ts';

/** Milliseconds without a key after which the mention under the cursor is read, and a reply is screened and kept. */
export type Rests = { readonly readMs: number; readonly screenMs: number; readonly keepMs: number };

/** The outside as the workbench needs it. */
export type Outside = {
  readonly store: Store;
  readonly scan: (options: {
    readonly force: boolean;
    readonly signal: AbortSignal;
  }) => AsyncIterable<ScanEvent>;
  readonly now: () => Date;
  readonly me: string;
  /** What replies may take. */
  readonly minutesPerWeek: number;
  /** How a mention stands against the time in which it is to be answered. */
  readonly service: ServiceReader;
  readonly newId: () => string;
  /** Puts a text on the terminal's clipboard. */
  readonly copy: (text: string) => void;
  /** Gives a text to the printer; rejects with a sentence. */
  readonly print: (text: string) => Promise<void>;
  /** Writes a new Markdown file, and says where; rejects with a sentence. */
  readonly write: (name: string, text: string) => Promise<string>;
  /** Opens an address in the browser; rejects with a sentence. */
  readonly browse: (url: string) => Promise<void>;
  /** Reads what writing replies needs; asked once, when the first is written. */
  readonly replying: () => Promise<Replying>;
  /** Learns from what people decided so far. */
  readonly learn: () => Promise<Learned>;
  /** Lets the text be changed in the person's own editor. */
  readonly edit: (text: string) => Promise<string>;
  /** Judges and stores what was typed, the way of a scan. */
  readonly takeIn: (typed: ByHand) => Promise<TakenIn>;
  /** Writes sources into the configuration, and gives all that it has then; rejects with a sentence. */
  readonly addSources: (offers: readonly SuggestedSource[]) => Promise<readonly Source[]>;
  readonly suspend: () => Promise<void>;
  readonly quit: (exitCode: number) => void;
  /** Aborts when the workbench is left. */
  readonly signal: AbortSignal;
  readonly rests: Rests;
};

/** Carries out what updates ask for: the only place of the workbench that touches anything outside. */
export const createPerform = (outside: Outside): Perform<Effect, Message> => {
  const { store, me, now, service } = outside;
  const follow = follower(outside);
  const pupil = createPupil(outside);
  const read = reader(outside, pupil.read);
  const load = loader(store);
  const replies = createReplies(outside);
  const reckonSoon = createReckoner(outside);

  const perform: Perform<Effect, Message> = async (effect, send) => {
    switch (effect.type) {
      case 'load':
        return load(send);
      case 'watch': {
        const stop = store.watch(rows => {
          void follow.catchUp();
          send({ type: 'changed', rows });
        });
        return outside.signal.addEventListener('abort', stop, { once: true });
      }
      case 'find': {
        const at = now().getTime();
        const isOverdue = (row: Row) => isLate(service(row, at));
        const rows = await store.find(effect.query, { now: at, me, isOverdue });
        const ids = new Set(rows.map(row => row.id));
        return send({ type: 'found', typed: effect.typed, ids });
      }
      case 'reckon':
        pupil.learnSoon(send);
        return reckonSoon(send);
      case 'read':
        return read(effect.id, effect.soon, send);
      case 'record': {
        const { ticket, deed } = effect;
        const act: Act = { id: outside.newId(), at: now().toISOString(), by: me, ...deed };
        const recorded = await follow.record(act);
        if (recorded.kind === 'recorded')
          return send({ type: 'recorded', ticket, rows: recorded.rows });
        const rows = await rowsOf(store, act);
        return send({ type: 'refused', ticket, by: recorded.act, rows });
      }
      case 'undo': {
        const undone = await takeBack(outside, effect.before);
        if (undone.type === 'undone') void follow.catchUp();
        return send(undone);
      }
      case 'scan':
        for await (const event of outside.scan({ force: effect.force, signal: outside.signal }))
          send({ type: 'scan', event });
        return send({ type: 'scan-ended' });
      case 'copy':
        outside.copy(effect.text);
        return send({ type: 'told', text: effect.told });
      case 'print':
        await outside.print(effect.text);
        return send({ type: 'told', text: 'The card was given to the printer.' });
      case 'write': {
        const file = await outside.write(effect.name, effect.text);
        return send({ type: 'told', text: `Written to ${file}` });
      }
      case 'browse':
        await outside.browse(effect.url);
        return send({ type: 'told', text: 'The browser was asked to open the link.' });
      case 'compose':
        return replies.compose(effect.id, send);
      case 'screen':
        return replies.screen(effect.text, effect.detail, send);
      case 'rest':
        return replies.rest(effect.text, send);
      case 'reply':
        return replies.take(effect.about, effect.deed, send);
      case 'editor':
        return send({ type: 'edited', text: await outside.edit(effect.text) });
      case 'take-in': {
        const outcome = await outside.takeIn(effect.typed);
        if (outcome.kind === 'added') await load(send);
        return send({ type: 'taken-in', outcome });
      }
      case 'add-sources':
        return send({ type: 'sources-added', sources: await outside.addSources(effect.offers) });
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
  reckon: 'The reply time is not known',
  watch: 'What others do cannot be followed',
  find: 'The filter could not be applied',
  read: 'The mention could not be read',
  record: 'This was not kept',
  undo: 'Nothing was taken back',
  scan: 'The scan stopped',
  copy: 'Nothing was copied',
  print: 'Nothing was printed',
  write: 'Nothing was written',
  browse: 'The link was not opened',
  compose: 'The reply cannot be written',
  screen: 'The text could not be screened',
  rest: 'The draft could not be kept',
  reply: 'This was not kept',
  editor: 'The text is as it was',
  'take-in': 'This was not stored',
  'add-sources': 'Nothing was added',
  suspend: 'The workbench could not be suspended',
  quit: 'The workbench could not be left',
};

const ticketOf = (effect: Effect) => (effect.type === 'record' ? { ticket: effect.ticket } : {});

import { composed, edited, rested, screened } from './update/composing.ts';
import { keyPressed, pasted } from './update/key.ts';
import { arrived, changed, found, loaded } from './update/loaded.ts';
import { inform } from './update/notice.ts';
import { failed, nothingToUndo, recorded, refused, stands, undone } from './update/outcome.ts';
import { takenIn } from './update/pasting.ts';
import { scanEnded, scanHeard } from './update/scanning.ts';
import type { Learning } from '../core/learned.ts';
import { sourcesAdded } from './update/suggesting.ts';
import type { Effect, Message } from './message.ts';
import type { Step } from './program.ts';
import { selectedDetail, selectedRow } from './selection.ts';
import { recount } from './shelf.ts';
import type { State } from './state.ts';
import { moveTo } from './view-making.ts';

/** What a message makes of the workbench: the next state, and what is to be done outside. Pure. */
export const update = (state: State, message: Message): Step<State, Effect> => {
  const [next, ...effects] = withReckoning(state, respond(state, message));
  const id = selectedRow(next)?.id;
  if (id === undefined) return [next, ...effects];
  const isOther = id !== selectedRow(state)?.id;
  const isStale = message.type !== 'detail' && rowChanged(state, next) && !isOther;
  const opens = next.pane === 'detail' && state.pane === 'list' && !selectedDetail(next);
  if (!isOther && !isStale && !opens) return [next, ...effects];
  return [next, ...effects, { type: 'read', id, soon: next.pane === 'list' && isOther }];
};

/** Whenever mentions change their place, or a reply its standing, the reply time is reckoned anew. */
const withReckoning = (before: State, step: Step<State, Effect>): Step<State, Effect> => {
  const [after, ...effects] = step;
  const moved = before.shelf.counts !== after.shelf.counts;
  return moved ? [after, ...effects, { type: 'reckon' }] : step;
};

/** Whether what is known of the mention under the cursor is new, so that it must be read again. */
const rowChanged = (before: State, after: State): boolean =>
  before.shelf !== after.shelf && selectedRow(before) !== selectedRow(after);

const withReckoned = (state: State, reckoning: Extract<Message, { type: 'reckoned' }>): State => {
  const { type: _, ...reckoned } = reckoning;
  return { ...state, ...reckoned };
};

/** What is suggested for the mention on screen may be another thing now, though its row is the same. */
const learnedAnew = (state: State, learning: Learning): Step<State, Effect> => {
  const { learning: before, ...rest } = state;
  if (!before && !learning.isActive) return [state];
  const next = learning.isActive ? { ...rest, learning } : rest;
  const id = selectedDetail(state)?.mention.id;
  return id === undefined ? [next] : [next, { type: 'read', id, soon: false }];
};

const respond = (state: State, message: Message): Step<State, Effect> => {
  switch (message.type) {
    case 'key':
      return keyPressed(state, message.key);
    case 'paste':
      return pasted(state, message.text);
    case 'resize': {
      const { columns, rows } = message;
      return [moveTo({ ...state, size: { columns, rows }, detailTop: 0 }, state.view.selected)];
    }
    case 'tick':
      return [{ ...state, now: message.now, shelf: recount(state.shelf, message.now) }];
    case 'loaded':
      return loaded(state, message.rows, message.states);
    case 'found':
      return found(state, message.typed, message.ids);
    case 'detail':
      return arrived(state, message.id, message.detail);
    case 'changed':
      return changed(state, message.rows);
    case 'recorded':
      return recorded(state, message.ticket, message.rows);
    case 'refused':
      return refused(state, message.ticket, message.by, message.rows);
    case 'undone':
      return undone(state, message.act, message.rows);
    case 'nothing-to-undo':
      return nothingToUndo(state);
    case 'stands':
      return stands(state, message.act, message.because);
    case 'scan':
      return scanHeard(state, message.event);
    case 'scan-ended':
      return scanEnded(state);
    case 'composed':
      return composed(state, message);
    case 'screened':
      return screened(state, message.text, message.findings);
    case 'rested':
      return rested(state, message.text);
    case 'edited':
      return edited(state, message.text);
    case 'reckoned':
      return [withReckoned(state, message)];
    case 'learned':
      return learnedAnew(state, message.learning);
    case 'taken-in':
      return takenIn(state, message.outcome);
    case 'sources-added':
      return sourcesAdded(state, message.sources);
    case 'told':
      return [inform(state, message.text)];
    case 'failed':
      return failed(state, message.what, message.why, message.ticket);
    default:
      return message satisfies never;
  }
};

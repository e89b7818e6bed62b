import type { MentionId } from '../../core/mention.ts';
import type { Deed } from '../../core/triage.ts';
import type { Bucket } from '../../core/verdict.ts';
import type { Effect } from '../message.ts';
import { counted, deedQuestion } from '../phrases.ts';
import type { Step } from '../program.ts';
import { selectedRow, targetsOf } from '../selection.ts';
import type { State } from '../state.ts';
import { moveOn, moveTo } from '../view-making.ts';

type Result = Step<State, Effect>;

/** Decides on the mention under the cursor at once; on marked ones after one question. */
export const decide = (state: State, bucket: Bucket): Result =>
  propose(state, { kind: 'decide', mentions: targetsOf(state), bucket });

/** Asks first when an act is about what was marked, with the count; else does it. */
export const propose = (state: State, deed: Exclude<Deed, { kind: 'undo' | 'forget' }>): Result => {
  if (state.marks.size === 0) return record(state, deed);
  const question = `${deedQuestion(deed)} ${counted(deed.mentions.length, 'mention')}?`;
  return [{ ...state, mode: { kind: 'confirm', question, deed } }];
};

export const confirmed = (state: State): Result => {
  if (state.mode.kind !== 'confirm') return [state];
  const { deed, thenWrite } = state.mode;
  const marks = thenWrite === undefined ? new Set<MentionId>() : state.marks;
  const next: State = { ...state, mode: { kind: 'browse' }, marks };
  if (thenWrite === undefined) return record(next, deed);
  // The cursor stays on what is written about.
  const [sent, ...effects] = record(next, deed);
  return [moveTo(sent, state.view.selected), ...effects, { type: 'compose', id: thenWrite }];
};

/** Sends an act to the store; until it is there the rows say "…". Decisions and snoozes move the cursor on. */
const record = (state: State, deed: Deed): Result => {
  const ticket = state.tickets + 1;
  const about = new Set<MentionId>(deed.kind === 'undo' ? [] : deed.mentions);
  const acting = new Map(state.acting).set(ticket, { deed, about });
  const sent = { ...state, tickets: ticket, acting };
  const moves = deed.kind === 'decide' || deed.kind === 'snooze';
  return [moves ? moveOn(sent) : sent, { type: 'record', ticket, deed }];
};

export const mark = (state: State): Result => {
  const row = selectedRow(state);
  if (!row) return [state];
  const marks = new Set(state.marks);
  if (!marks.delete(row.id)) marks.add(row.id);
  return [moveTo({ ...state, marks }, state.view.selected + 1)];
};

export const markAll = (state: State): Result => {
  const { marks, view } = state;
  const all = marks.size >= view.order.length && view.order.every(row => marks.has(row.id));
  return [{ ...state, marks: new Set(all ? [] : view.order.map(row => row.id)) }];
};

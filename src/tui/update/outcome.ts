import type { Row } from '../../core/row.ts';
import type { RecordedAct } from '../../core/triage.ts';
import type { Standing as WhyItStands } from '../../core/undo.ts';
import { safe } from '../../text/terminal.ts';
import { columnsOf, fit } from '../../text/width.ts';
import { counted, doneOf, sentence } from '../phrases.ts';
import type { Effect } from '../message.ts';
import type { Step } from '../program.ts';
import { rowIn, withChanged } from '../shelf.ts';
import type { Acting, State } from '../state.ts';
import { shortMoment } from '../times.ts';
import { moveTo } from '../view-making.ts';
import { inform, warn } from './notice.ts';

type Result = Step<State, Effect>;

/** The store has an act: only now it is shown as taken. */
export const recorded = (state: State, ticket: number, rows: readonly Row[]): Result => {
  const [arrived, acting] = settle(state, ticket);
  const next = { ...arrived, shelf: withChanged(state.shelf, rows, state.now) };
  if (!acting) return [next];
  const done = sentence(doneOf(acting.deed, state.setting.timezone)).replace(/\.$/, '');
  const rest = `. u undoes it.${warningOf(next, acting.deed)}`;
  return [inform(next, `${done}${aboutOf(next, rows, done + rest)}${rest}`)];
};

/** Putting more into reply than there is time for gets a word of warning, before the debt has grown. */
const warningOf = ({ capacity }: State, deed: Acting['deed']): string =>
  deed.kind === 'decide' && deed.bucket === 'reply' && capacity && capacity.state.kind !== 'room'
    ? ` ${capacity.state.suggestion}`
    : '';

/** Somebody else acted on a mention in between; nothing was recorded. */
export const refused = (
  state: State,
  ticket: number,
  by: RecordedAct,
  rows: readonly Row[],
): Result => {
  const [arrived] = settle(state, ticket);
  const { timezone } = state.setting;
  const when = shortMoment(Date.parse(by.at), timezone);
  const what = `${safe(by.by)} was faster: ${doneOf(by, timezone)} (${when}).`;
  const next = { ...arrived, shelf: withChanged(state.shelf, rows, state.now) };
  return [warn(next, `${what} Nothing was changed; press again to overrule it.`)];
};

/** An act was taken back: the cursor goes to what it was about, if that is listed. */
export const undone = (state: State, act: RecordedAct, rows: readonly Row[]): Result => {
  const shelf = withChanged(state.shelf, rows, state.now);
  const ids = new Set(rows.map(row => row.id));
  const place = state.view.order.findIndex(row => ids.has(row.id));
  const next = place < 0 ? { ...state, shelf } : moveTo({ ...state, shelf }, place);
  const when = shortMoment(Date.parse(act.at), state.setting.timezone);
  const done = `Taken back: ${doneOf(act, state.setting.timezone)}`;
  const rest = ` (of ${when}).`;
  return [inform(next, `${done}${aboutOf(next, rows, done + rest)}${rest}`)];
};

const whyItStands: Readonly<Record<WhyItStands, string>> = {
  posted: 'This reply was posted: withdraw it instead (e, w).',
  'built-on': 'Your last step of a reply has been gone on from, so it stands.',
};

/** An act cannot be taken back; it is said why, and how to come to the acts before it. */
export const stands = (state: State, act: RecordedAct, because: WhyItStands): Result => [
  { ...warn(state, `${whyItStands[because]} u again goes further back.`), undoPast: act.id },
];

export const nothingToUndo = (state: State): Result => [
  inform(state, 'There is nothing of yours left to take back.'),
];

/** Something went wrong outside; an act that failed is shown as not taken. */
export const failed = (
  state: State,
  what: string,
  why: string,
  ticket: number | undefined,
): Result => {
  const [arrived] = ticket === undefined ? [state] : settle(state, ticket);
  return [warn(arrived, `${what}: ${safe(why)}`)];
};

const settle = (state: State, ticket: number): readonly [State, Acting | undefined] => {
  const acting = new Map(state.acting);
  acting.delete(ticket);
  return [{ ...state, acting }, state.acting.get(ticket)];
};

/** ` “Two hours”` for one mention, `, 12 mentions` for several. */
const aboutOf = ({ shelf, size }: State, rows: readonly Row[], beside: string): string => {
  if (rows.length > 1) return `, ${counted(rows.length, 'mention')}`;
  const [row] = rows;
  const headline = row && (rowIn(shelf, row.id) ?? row).headline;
  const room = Math.min(40, size.columns - columnsOf(beside) - 7);
  return headline === undefined || room < 8 ? '' : `: “${fit(safe(headline), room)}”`;
};

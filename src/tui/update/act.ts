import type { ActionId } from '../keys.ts';
import type { Effect } from '../message.ts';
import type { Step } from '../program.ts';
import { selectedDetail } from '../selection.ts';
import type { State } from '../state.ts';
import { replyActions } from './act-reply.ts';
import { showingActions } from './act-showing.ts';
import { copyText } from './copying.ts';
import { acceptLabels, chooseLabels, toggleLabel } from './correcting.ts';
import { confirmed, decide, mark, markAll } from './deciding.ts';
import { acceptFilter } from './filtering.ts';
import {
  acceptFollowUp,
  chooseFollowUp,
  copyCard,
  printCard,
  showCard,
  writeCard,
} from './handing-over.ts';
import { acceptNote, openNote } from './noting.ts';
import { acceptCommand } from './palette.ts';
import { leavePaste, nextField, openPaste, storePasted } from './pasting.ts';
import { acceptSnooze, chooseSnooze } from './snoozing.ts';
import { acceptOffer, addAllOffers, openOffers } from './suggesting.ts';

type Result = Step<State, Effect>;

/** Back to where it was opened from. */
const leave = (state: State): Result => [
  {
    ...state,
    mode: state.mode.kind === 'suggest' ? { kind: 'sources', top: 0 } : { kind: 'browse' },
  },
];

/** Past an act that was said to stand only when asked at once again. */
const takeBack = (state: State): Result => {
  const { undoPast } = state;
  return [state, { type: 'undo', ...(undoPast === undefined ? {} : { before: undoPast }) }];
};

const scan = (state: State): Result => [
  { ...state, insist: false },
  { type: 'scan', force: state.insist },
];

const browser = (state: State): Result => {
  const url = selectedDetail(state)?.mention.url;
  return url === undefined ? [state] : [state, { type: 'browse', url }];
};

/** Enter, in whatever is open. */
const accept = (state: State): Result => {
  const { mode } = state;
  const closed: State = { ...state, mode: { kind: 'browse' } };
  switch (mode.kind) {
    case 'filter':
      return acceptFilter(state, mode);
    case 'note':
      return acceptNote(closed, mode);
    case 'snooze':
      return acceptSnooze(closed, mode);
    case 'follow':
      return acceptFollowUp(closed, mode);
    case 'suggest':
      return acceptOffer(state, mode);
    case 'correct':
      return acceptLabels(closed, mode);
    case 'palette': {
      const chosen = acceptCommand(state, mode);
      return chosen.kind === 'run' ? act(closed, chosen.action) : [chosen.state];
    }
    case 'browse':
    case 'confirm':
    case 'compose':
    case 'approve':
    case 'override':
    case 'final':
    case 'link':
    case 'card':
    case 'paste':
    case 'help':
    case 'sources':
      return [state];
    default:
      return mode satisfies never;
  }
};

const actions: Readonly<Record<ActionId, (state: State) => Result>> = {
  ...showingActions,
  ...replyActions,
  reply: state => decide(state, 'reply'),
  refer: state => decide(state, 'refer'),
  ignore: state => decide(state, 'ignore'),
  undo: takeBack,
  mark,
  'mark-all': markAll,
  note: openNote,
  snooze: chooseSnooze,
  correct: chooseLabels,
  scan,
  copy: copyText,
  browser,
  'hand-over': showCard,
  'copy-card': copyCard,
  'print-card': printCard,
  'write-card': writeCard,
  'follow-up': chooseFollowUp,
  paste: openPaste,
  'next-field': state => nextField(state, 1),
  'previous-field': state => nextField(state, -1),
  'store-pasted': storePasted,
  'leave-paste': leavePaste,
  suggest: openOffers,
  'add-all': addAllOffers,
  yes: confirmed,
  toggle: state => [toggleLabel(state)],
  accept,
  no: leave,
  leave,
  close: leave,
  quit: state => [state, { type: 'quit', exitCode: 0 }],
  interrupt: state => [state, { type: 'quit', exitCode: 130 }],
  suspend: state => [state, { type: 'suspend' }],
};

/** Carries out an action of the key table. */
export const act = (state: State, action: ActionId): Result => actions[action](state);

import type { ActionId } from '../keys.ts';
import type { Effect } from '../message.ts';
import type { Step } from '../program.ts';
import { selectedDetail } from '../selection.ts';
import type { State } from '../state.ts';
import { lookAt, refreshed } from '../view-making.ts';
import {
  acceptLink,
  askApproval,
  askLink,
  backToText,
  keepReply,
  leaveComposer,
  nextTemplate,
  openComposer,
  replyDeed,
} from './composing.ts';
import { acceptLabels, chooseLabels, toggleLabel } from './correcting.ts';
import { confirmed, decide, mark, markAll } from './deciding.ts';
import { acceptFilter, clear, openFilter } from './filtering.ts';
import {
  acceptFollowUp,
  chooseFollowUp,
  copyCard,
  printCard,
  showCard,
  writeCard,
} from './handing-over.ts';
import { move } from './moving.ts';
import { acceptNote, openNote } from './noting.ts';
import { reorder, showOverdue } from './ordering.ts';
import { acceptCommand, openPalette } from './palette.ts';
import { showAlerts } from './scanning.ts';
import { acceptSnooze, chooseSnooze } from './snoozing.ts';
import { copyText } from './copying.ts';

type Result = Step<State, Effect>;

/** Carries out an action of the key table. */
export const act = (state: State, action: ActionId): Result => {
  switch (action) {
    case 'reply':
    case 'refer':
    case 'ignore':
      return decide(state, action);
    case 'undo':
      return takeBack(state);
    case 'mark':
      return mark(state);
    case 'mark-all':
      return markAll(state);
    case 'note':
      return openNote(state);
    case 'snooze':
      return chooseSnooze(state);
    case 'correct':
      return chooseLabels(state);
    case 'open':
      return [{ ...state, pane: 'detail', detailTop: 0 }];
    case 'back':
      return [{ ...state, pane: 'list' }];
    case 'clear':
      return clear(state);
    case 'filter':
      return openFilter(state);
    case 'scan':
      return [
        { ...state, insist: false },
        { type: 'scan', force: state.insist },
      ];
    case 'palette':
      return openPalette(state);
    case 'help':
      return [{ ...state, mode: { kind: 'help', top: 0 } }];
    case 'sources':
      return [{ ...state, mode: { kind: 'sources', top: 0 } }];
    case 'alerts':
      return [showAlerts(state)];
    case 'refresh':
      return refresh(state);
    case 'overdue':
      return showOverdue(state);
    case 'sort':
      return reorder(state);
    case 'hand-over':
      return showCard(state);
    case 'copy-card':
      return copyCard(state);
    case 'print-card':
      return printCard(state);
    case 'write-card':
      return writeCard(state);
    case 'follow-up':
      return chooseFollowUp(state);
    case 'inbox':
    case 'all':
      return [lookAt(state, action, state.view.filter)];
    case 'replies':
      return [lookAt(state, 'reply', state.view.filter)];
    case 'referred':
      return [lookAt(state, 'refer', state.view.filter)];
    case 'ignored':
      return [lookAt(state, 'ignore', state.view.filter)];
    case 'down':
    case 'up':
    case 'page-down':
    case 'page-up':
    case 'top':
    case 'bottom':
    case 'next':
    case 'previous':
    case 'choice-down':
    case 'choice-up':
      return [move(state, action)];
    case 'copy':
      return copyText(state);
    case 'browser': {
      const url = selectedDetail(state)?.mention.url;
      return url === undefined ? [state] : [state, { type: 'browse', url }];
    }
    case 'compose':
      return openComposer(state);
    case 'approve':
      return askApproval(state);
    case 'template':
      return nextTemplate(state);
    case 'keep':
      return keepReply(state);
    case 'editor':
      return state.mode.kind === 'compose'
        ? [state, { type: 'editor', text: state.mode.reply.area.text }]
        : [state];
    case 'leave-composer':
      return leaveComposer(state);
    case 'confirm-approval':
      return replyDeed(state, { kind: 'approve' });
    case 'confirm-override':
      return state.mode.kind === 'override'
        ? replyDeed(state, { kind: 'approve', override: state.mode.line.text })
        : [state];
    case 'back-to-text':
    case 'rewrite':
      return backToText(state);
    case 'copy-reply':
      return replyDeed(state, { kind: 'copy' });
    case 'posted':
      return askLink(state);
    case 'accept-link':
      return state.mode.kind === 'link' ? acceptLink(state, state.mode.line.text) : [state];
    case 'withdraw':
      return replyDeed(state, { kind: 'withdraw' });
    case 'yes':
      return confirmed(state);
    case 'toggle':
      return [toggleLabel(state)];
    case 'accept':
      return accept(state);
    case 'no':
    case 'leave':
    case 'close':
      return [{ ...state, mode: { kind: 'browse' } }];
    case 'quit':
      return [state, { type: 'quit', exitCode: 0 }];
    case 'interrupt':
      return [state, { type: 'quit', exitCode: 130 }];
    case 'suspend':
      return [state, { type: 'suspend' }];
    default:
      return action satisfies never;
  }
};

/** Past an act that was said to stand only when asked at once again. */
const takeBack = (state: State): Result => {
  const { undoPast } = state;
  return [state, { type: 'undo', ...(undoPast === undefined ? {} : { before: undoPast }) }];
};

const refresh = (state: State): Result => {
  const { filter } = state.view;
  const next = refreshed(state);
  return filter ? [next, { type: 'find', typed: filter.typed, query: filter.query }] : [next];
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
    case 'help':
    case 'sources':
      return [state];
    default:
      return mode satisfies never;
  }
};

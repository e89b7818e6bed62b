import {
  askApproval,
  askLink,
  acceptLink,
  backToText,
  keepReply,
  leaveComposer,
  nextTemplate,
  openComposer,
  replyDeed,
} from './composing.ts';
import type { Effect } from '../message.ts';
import type { Step } from '../program.ts';
import type { State } from '../state.ts';

type Result = Step<State, Effect>;

/** What the keys of the composer do. */
export const replyActions = {
  compose: openComposer,
  approve: askApproval,
  template: nextTemplate,
  keep: keepReply,
  editor: (state: State): Result =>
    state.mode.kind === 'compose'
      ? [state, { type: 'editor', text: state.mode.reply.area.text }]
      : [state],
  'leave-composer': leaveComposer,
  'confirm-approval': (state: State): Result => replyDeed(state, { kind: 'approve' }),
  'confirm-override': (state: State): Result =>
    state.mode.kind === 'override'
      ? replyDeed(state, { kind: 'approve', override: state.mode.line.text })
      : [state],
  'back-to-text': backToText,
  rewrite: backToText,
  'copy-reply': (state: State): Result => replyDeed(state, { kind: 'copy' }),
  posted: askLink,
  'accept-link': (state: State): Result =>
    state.mode.kind === 'link' ? acceptLink(state, state.mode.line.text) : [state],
  withdraw: (state: State): Result => replyDeed(state, { kind: 'withdraw' }),
} as const;

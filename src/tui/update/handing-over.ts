import { corrected } from '../../core/correct.ts';
import { followUps } from '../../core/reply-step.ts';
import { handOver, handOverMarkdown, handOverText } from '../../reply/hand-over.ts';
import { terminalSafe } from '../../text/terminal.ts';
import type { Effect } from '../message.ts';
import type { Step } from '../program.ts';
import { selectedDetail, targetsOf } from '../selection.ts';
import type { Mode, State } from '../state.ts';
import { propose } from './deciding.ts';

type Result = Step<State, Effect>;

/** The card that goes to the office with the mention under the cursor. */
export const showCard = (state: State): Result => {
  const detail = selectedDetail(state);
  if (!detail) return [state];
  const { mention, verdict, triage } = detail;
  const card = handOver(
    mention,
    corrected(verdict, triage.corrections),
    state.setting.profile,
    triage.followUp?.state,
  );
  return [{ ...state, mode: { kind: 'card', card, about: mention.id, top: 0 } }];
};

export const copyCard = (state: State): Result =>
  state.mode.kind === 'card'
    ? [
        state,
        {
          type: 'copy',
          text: terminalSafe(handOverText(state.mode.card)),
          told: 'The card is on the clipboard.',
        },
      ]
    : [state];

export const printCard = (state: State): Result =>
  state.mode.kind === 'card'
    ? [state, { type: 'print', text: terminalSafe(handOverText(state.mode.card)) }]
    : [state];

/** Writes the card as Markdown into the folder in which the workbench was started. */
export const writeCard = (state: State): Result => {
  const { mode } = state;
  if (mode.kind !== 'card') return [state];
  const name = `hand-over-${mode.about.slice(0, 8)}`;
  return [state, { type: 'write', name, text: terminalSafe(handOverMarkdown(mode.card)) }];
};

/** Asks what became of the referred mentions; the cursor is on what is likely next. */
export const chooseFollowUp = (state: State): Result => {
  const known = selectedDetail(state)?.triage.followUp?.state ?? 'open';
  const next = known === 'called' ? 'resolved' : 'called';
  const about = targetsOf(state);
  return [{ ...state, mode: { kind: 'follow', selected: followUps.indexOf(next), about } }];
};

export const acceptFollowUp = (state: State, mode: Extract<Mode, { kind: 'follow' }>): Result => {
  const chosen = followUps[mode.selected];
  if (chosen === undefined) return [state];
  const step = { step: 'follow-up', state: chosen } as const;
  return propose(state, { kind: 'reply', mentions: mode.about, step });
};

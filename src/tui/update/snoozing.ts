import type { Effect } from '../message.ts';
import type { Step } from '../program.ts';
import { targetsOf } from '../selection.ts';
import { snoozeChoices } from '../snooze.ts';
import type { Mode, State } from '../state.ts';
import { propose } from './deciding.ts';

type Result = Step<State, Effect>;

export const chooseSnooze = (state: State): Result => {
  const choices = snoozeChoices(state.now, state.setting.timezone);
  return [{ ...state, mode: { kind: 'snooze', choices, selected: 0, about: targetsOf(state) } }];
};

export const acceptSnooze = (state: State, mode: Extract<Mode, { kind: 'snooze' }>): Result => {
  const choice = mode.choices[mode.selected];
  if (!choice) return [state];
  const until = new Date(choice.until).toISOString();
  return propose(state, { kind: 'snooze', mentions: mode.about, until });
};

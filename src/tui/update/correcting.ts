import { corrected } from '../../core/correct.ts';
import type { Correction } from '../../core/triage.ts';
import { flagKinds, sentiments, topicIds } from '../../core/verdict.ts';
import type { Verdict } from '../../core/verdict.ts';
import type { Effect } from '../message.ts';
import type { Step } from '../program.ts';
import { selectedDetail } from '../selection.ts';
import type { LabelChoice, Mode, State } from '../state.ts';
import { propose } from './deciding.ts';
import { inform } from './notice.ts';

type Result = Step<State, Effect>;
type CorrectMode = Extract<Mode, { kind: 'correct' }>;

/** Opens the labels of the mention under the cursor, as they stand. */
export const chooseLabels = (state: State): Result => {
  const detail = selectedDetail(state);
  if (!detail) return [state];
  const verdict = corrected(detail.verdict, detail.triage.corrections);
  const choices = choicesOf(verdict);
  return [{ ...state, mode: { kind: 'correct', choices, selected: 0, about: detail.mention.id } }];
};

const choicesOf = (verdict: Verdict): readonly LabelChoice[] => [
  ...sentiments.map(value =>
    choice('feeling', value, verdict.sentiment.label === value, { label: 'sentiment', value }),
  ),
  choice('about', 'about us', verdict.aboutPractice, { label: 'about', value: true }),
  ...flagKinds.map(flag =>
    choice(
      'flag',
      flag,
      verdict.flags.some(({ kind }) => kind === flag),
      {
        label: 'flag',
        flag,
        value: true,
      },
    ),
  ),
  ...topicIds.map(topic =>
    choice(
      'topic',
      topic,
      verdict.topics.some(({ id }) => id === topic),
      {
        label: 'topic',
        topic,
        value: true,
      },
    ),
  ),
];

const choice = (
  group: string,
  name: string,
  set: boolean,
  correction: Correction,
): LabelChoice => ({ group, name, was: set, is: set, correction });

/** Switches a label; of the three feelings exactly one is set. */
export const toggleLabel = (state: State): State => {
  const { mode } = state;
  if (mode.kind !== 'correct') return state;
  const chosen = mode.choices[mode.selected];
  const choices = mode.choices.map(choice => {
    if (choice.group === 'feeling' && chosen?.group === 'feeling')
      return { ...choice, is: choice === chosen };
    return choice === chosen ? { ...choice, is: !choice.is } : choice;
  });
  return { ...state, mode: { ...mode, choices } };
};

/** Records what was changed, as one act. */
export const acceptLabels = (state: State, mode: CorrectMode): Result => {
  const corrections = mode.choices
    .filter(({ was, is }) => was !== is)
    .flatMap(({ correction, is }): readonly Correction[] => {
      if (correction.label === 'sentiment') return is ? [correction] : [];
      return [{ ...correction, value: is }];
    });
  if (corrections.length === 0) return [inform(state, 'No label was changed.')];
  return propose(
    { ...state, marks: new Set() },
    { kind: 'correct', mentions: [mode.about], corrections },
  );
};

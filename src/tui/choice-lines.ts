import { followUps } from '../core/reply-step.ts';
import type { FollowUp } from '../core/reply-step.ts';
import type { SuggestedSource } from '../core/suggested-sources.ts';
import { safe } from '../text/terminal.ts';
import { fit, pad } from '../text/width.ts';
import { flow } from './flow.ts';
import { keyName } from './keys.ts';
import { layoutOf } from './layout.ts';
import type { LabelChoice, State } from './state.ts';
import { segment } from './text-segment.ts';
import type { ScreenLine } from './text-segment.ts';
import type { Signs } from './theme.ts';
import { shortMoment } from './times.ts';
import { commandsFor } from './update/palette.ts';

/** What can be chosen from in the palette, the snooze and the correction; the part of it around the cursor. */
export const choiceLines = (state: State, signs: Signs): readonly ScreenLine[] => {
  const { mode, size, setting } = state;
  const { detailColumns, bodyRows } = layoutOf(size);
  const row = (selected: boolean, text: string, style: 'plain' | 'dim' = 'plain'): ScreenLine => [
    segment(
      `${selected ? signs.cursor : ' '}${fit(text, detailColumns - 4)}`,
      selected ? 'strong' : style,
    ),
  ];
  switch (mode.kind) {
    case 'palette': {
      const commands = commandsFor(state, mode.line.text);
      const selected = Math.min(mode.selected, commands.length - 1);
      const lines = commands.map(({ binding, reason }, index) => {
        const key = pad(keyName(binding.keys[0] ?? ''), 6);
        const says = reason === undefined ? binding.help : `(${reason})`;
        const text = `${key}${pad(binding.label, 17)}${says}`;
        return row(index === selected, text, reason === undefined ? 'plain' : 'dim');
      });
      return lines.length === 0
        ? [[segment(' No command has these letters.')]]
        : around(lines, selected, bodyRows);
    }
    case 'snooze': {
      const lines = mode.choices.map(({ name, until }, index) =>
        row(index === mode.selected, `${pad(name, 11)}${shortMoment(until, setting.timezone)}`),
      );
      return [[segment(' Put off until', 'strong')], [], ...lines];
    }
    case 'suggest': {
      const lines = mode.offers.map((offer, index) =>
        row(index === mode.selected, offerText(offer)),
      );
      const why = mode.offers[mode.selected]?.why ?? '';
      return [
        [segment(' Searches for your practice: enter adds one, a adds all', 'strong')],
        ...flow([segment(safe(why), 'dim')], detailColumns - 4)
          .slice(0, 2)
          .map(line => [segment(' '), ...line]),
        [],
        ...around(lines, mode.selected, bodyRows - 4),
      ];
    }
    case 'follow': {
      const lines = followUps.map((name, index) =>
        row(index === mode.selected, followUpTexts[name]),
      );
      return [[segment(' What became of it at the office?', 'strong')], [], ...lines];
    }
    case 'correct': {
      const lines = mode.choices.map((choice, index) =>
        row(index === mode.selected, labelText(choice, mode.choices[index - 1], signs)),
      );
      const title = [segment(' What is right? space switches, enter keeps', 'strong')];
      return [title, ...around(lines, mode.selected, bodyRows - 1)];
    }
    default:
      return [];
  }
};

const followUpTexts: Readonly<Record<FollowUp, string>> = {
  open: 'open: the office has yet to see to it',
  called: 'called: somebody has spoken with them',
  resolved: 'resolved: nothing is left to do',
  'no-answer': 'no answer: nobody was reached; it stays pending',
};

const offerText = ({ name, kind, options = {}, needs }: SuggestedSource): string => {
  const what = Object.values(options).flat().join(' ');
  const key = needs.length === 0 ? '' : ` (needs ${needs.join(' and ')})`;
  return safe(`${pad(kind, 15)}${name}${key}${what === '' ? '' : `: ${what}`}`);
};

const labelText = (
  { group, name, is, was }: LabelChoice,
  above: LabelChoice | undefined,
  { on, off }: Signs,
): string =>
  `${pad(above?.group === group ? '' : group, 9)}${is ? on : off} ${name}${is === was ? '' : '  (changed)'}`;

/** As many lines as there is room for, with the chosen one among them. */
const around = (
  lines: readonly ScreenLine[],
  selected: number,
  height: number,
): readonly ScreenLine[] => {
  const top = Math.max(0, Math.min(selected - Math.floor(height / 2), lines.length - height));
  return lines.slice(top, top + height);
};

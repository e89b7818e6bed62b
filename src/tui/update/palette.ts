import { bindingsIn } from '../keys.ts';
import type { ActionId, KeyBinding } from '../keys.ts';
import { emptyLine } from '../line-editor.ts';
import type { Effect } from '../message.ts';
import type { Step } from '../program.ts';
import type { Mode, State } from '../state.ts';
import { inform } from './notice.ts';

type PaletteMode = Extract<Mode, { kind: 'palette' }>;

export type Command = { readonly binding: KeyBinding; readonly reason: string | undefined };

export const openPalette = (state: State): Step<State, Effect> => [
  { ...state, mode: { kind: 'palette', line: emptyLine, selected: 0 } },
];

/** The commands whose name or help holds the typed letters in order, best first; disabled ones say why. */
export const commandsFor = (state: State, typed: string): readonly Command[] => {
  const wanted = typed.trim().toLowerCase();
  return bindingsIn(state.pane)
    .map(binding => ({ binding, score: scoreOf(binding, wanted) }))
    .filter(({ score }) => score < Infinity)
    .sort((a, b) => a.score - b.score)
    .map(({ binding }) => ({ binding, reason: binding.disabledBecause?.(state) }));
};

/** 0 for a name that begins so, then names that hold it, names with the letters in order, then the help. */
const scoreOf = ({ label, help }: KeyBinding, wanted: string): number => {
  const name = label.toLowerCase();
  if (name.startsWith(wanted)) return 0;
  if (name.includes(wanted)) return 1;
  if (hasInOrder(name, wanted)) return 2;
  return help.toLowerCase().includes(wanted) ? 3 : Infinity;
};

const hasInOrder = (text: string, letters: string): boolean => {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
};

type Chosen =
  | { readonly kind: 'run'; readonly action: ActionId }
  | { readonly kind: 'stay'; readonly state: State };

/** What enter does: run the chosen command, or say why it cannot be run. */
export const acceptCommand = (state: State, mode: PaletteMode): Chosen => {
  const commands = commandsFor(state, mode.line.text);
  const chosen = commands[Math.min(mode.selected, commands.length - 1)];
  if (!chosen) return { kind: 'stay', state };
  if (chosen.reason === undefined) return { kind: 'run', action: chosen.binding.id };
  return { kind: 'stay', state: inform(state, chosen.reason) };
};

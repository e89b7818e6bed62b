import { columnsOf } from '../text/width.ts';
import { bindingsIn, keyModeOf, keyName } from './keys.ts';
import type { KeyBinding } from './keys.ts';
import { moving } from './keys/moving.ts';
import type { State } from './state.ts';
import { segment } from './text-segment.ts';
import type { ScreenLine } from './text-segment.ts';

/** The keys that count now, as many as fit, in the order of the key table; disabled ones are dim. */
export const footerLine = (state: State): ScreenLine => {
  const mode = keyModeOf(state);
  const isBrowsing = state.mode.kind === 'browse';
  const help = isBrowsing ? ' ? help' : '';
  let room = state.size.columns - 1 - columnsOf(help);
  const isBare = isBrowsing && state.view.order.length === 0;
  const line = [];
  // How to go up and down is known; how to leave must be seen.
  const bound = bindingsIn(mode);
  const isMotion = ({ id }: KeyBinding) => moving.some(motion => motion.id === id);
  const ordered = isBrowsing
    ? bound
    : [...bound.filter(one => !isMotion(one)), ...bound.filter(isMotion)];
  for (const binding of ordered) {
    if (binding.id === 'help' || binding.id === 'suspend' || binding.id === 'interrupt') continue;
    const off = binding.disabledBecause?.(state) !== undefined;
    // Where nothing is listed, the keys that bring something have the room.
    if (off && (binding.id === 'clear' || isBare)) continue;
    const text = ` ${keyName(binding.keys[0] ?? '')} ${binding.label} `;
    if (columnsOf(text) > room) break;
    room -= columnsOf(text);
    line.push(segment(text, off ? 'dim' : 'plain'));
  }
  return [...line, segment(help)];
};

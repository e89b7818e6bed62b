import { columnsOf } from '../text/width.ts';
import { bindingsIn, keyModeOf, keyName } from './keys.ts';
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
  for (const binding of bindingsIn(mode)) {
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

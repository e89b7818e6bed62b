import { fit } from '../../text/width.ts';
import type { Step } from '../program.ts';
import type { Size } from '../state.ts';
import { segment } from '../text-segment.ts';
import type { ScreenLine } from '../text-segment.ts';
import type { Signs } from '../theme.ts';
import type { FormMessage } from './update.ts';

/** What can be done where there is no configuration yet. */
export type Way = 'demo' | 'init' | 'quit' | 'interrupt';

export type Welcome = { readonly at: number; readonly size: Size };

const ways: readonly (readonly [way: Way, key: string, text: string])[] = [
  ['demo', 'd', 'Look at the sample feeds (offline; nothing is kept)'],
  ['init', 's', 'Set up my practice'],
  ['quit', 'q', 'Quit'],
];

/** What a key makes of the first question. */
export const choose = (welcome: Welcome, message: FormMessage): Step<Welcome, Way> => {
  if (message.type === 'resize')
    return [{ ...welcome, size: { columns: message.columns, rows: message.rows } }];
  if (message.type === 'paste') return [welcome];
  const { key } = message;
  const { at } = welcome;
  if (key === 'ctrl-c') return [welcome, 'interrupt'];
  if (key === 'esc') return [welcome, 'quit'];
  if (key === 'j' || key === 'down' || key === 'tab')
    return [{ ...welcome, at: Math.min(at + 1, ways.length - 1) }];
  if (key === 'k' || key === 'up' || key === 'shift-tab')
    return [{ ...welcome, at: Math.max(at - 1, 0) }];
  const chosen = key === 'enter' ? ways[at]?.[0] : ways.find(([, letter]) => letter === key)?.[0];
  return chosen === undefined ? [welcome] : [welcome, chosen];
};

export const welcomeLines = ({ at, size }: Welcome, signs: Signs): readonly ScreenLine[] =>
  [
    [segment(' listen', 'accent')],
    [],
    [segment(' Hear what is said about your practice and about health, and answer well.')],
    [segment(' There is no configuration here yet. What would you like?')],
    [],
    ...ways.map(([, key, text], index) => [
      segment(` ${index === at ? signs.cursor : ' '} `, 'accent' as const),
      segment(`${key}  ${text}`, index === at ? ('strong' as const) : ('plain' as const)),
    ]),
    [],
    [segment(' Everything stays on this machine. j and k move, enter chooses.', 'dim' as const)],
  ].map(line => line.map(part => ({ ...part, text: fit(part.text, size.columns - 1) })));

import type { Binding } from './binding.ts';
import { browse, everywhere } from './binding.ts';

/** The keys of what lies over the list: questions, inputs, choices, and screens to be looked at. */
export const overlay = [
  { id: 'yes', mode: ['confirm'], keys: ['y', 'enter'], label: 'yes', help: 'Do it.' },
  { id: 'no', mode: ['confirm'], keys: ['n', 'esc', 'q'], label: 'no', help: 'Leave it.' },
  {
    id: 'accept',
    mode: ['filter', 'note', 'palette', 'snooze', 'follow', 'suggest', 'correct'],
    keys: ['enter'],
    label: 'accept',
    help: 'Take what is typed or chosen.',
  },
  {
    id: 'toggle',
    mode: ['correct'],
    keys: ['space'],
    label: 'switch',
    help: 'Switch this label on or off.',
  },
  {
    id: 'choice-up',
    mode: ['palette'],
    keys: ['up', 'ctrl-p'],
    label: 'up',
    help: 'The command above.',
  },
  {
    id: 'choice-down',
    mode: ['palette'],
    keys: ['down', 'ctrl-n'],
    label: 'down',
    help: 'The command below.',
  },
  {
    id: 'leave',
    mode: ['filter', 'note', 'palette', 'snooze', 'follow', 'suggest', 'correct'],
    keys: ['esc'],
    label: 'cancel',
    help: 'Leave without changing anything.',
  },
  {
    id: 'close',
    mode: ['help', 'sources', 'card'],
    keys: ['esc', 'q', 'enter'],
    label: 'close',
    help: 'Back to the mentions.',
  },
  { id: 'quit', mode: browse, keys: ['q'], label: 'quit', help: 'Leave the workbench.' },
  {
    id: 'interrupt',
    mode: everywhere,
    keys: ['ctrl-c'],
    label: 'interrupt',
    help: 'Leave at once, with exit code 130; nothing that was shown as done is lost.',
  },
  {
    id: 'suspend',
    mode: everywhere,
    keys: ['ctrl-z'],
    label: 'suspend',
    help: 'Back to the shell for a moment; fg returns.',
  },
] as const satisfies readonly Binding[];

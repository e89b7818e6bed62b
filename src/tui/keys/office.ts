import type { Binding } from './binding.ts';
import { browse } from './binding.ts';
import { notReferred, stillReading } from './reasons.ts';

/** The keys about what the office does with a referred mention. */
export const office = [
  {
    id: 'follow-up',
    mode: [...browse, 'card'],
    keys: ['f'],
    label: 'follow up',
    help: 'Say what became of a referred mention: open, called, resolved, or no answer.',
    disabledBecause: notReferred,
  },
  {
    id: 'hand-over',
    mode: browse,
    keys: ['H'],
    label: 'hand-over card',
    help: 'The card for the office: who, what, how urgent, what was said, what to say on the telephone.',
    disabledBecause: state => notReferred(state) ?? stillReading(state),
  },
  {
    id: 'copy-card',
    mode: ['card'],
    keys: ['y', 'c'],
    label: 'copy',
    help: 'Copy the card to the clipboard of your terminal.',
  },
  { id: 'print-card', mode: ['card'], keys: ['p'], label: 'print', help: 'Print the card.' },
  {
    id: 'write-card',
    mode: ['card'],
    keys: ['w'],
    label: 'write a file',
    help: 'Write the card as Markdown into the folder in which listen was started.',
  },
] as const satisfies readonly Binding[];

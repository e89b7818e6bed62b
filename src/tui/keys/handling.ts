import type { Binding } from './binding.ts';
import { browse } from './binding.ts';
import { nothingListed, stillReading, stillWriting, withoutLink } from './reasons.ts';

/** The other keys that do something about mentions. */
export const handling = [
  {
    id: 'mark',
    mode: ['list'],
    keys: ['space'],
    label: 'mark',
    help: 'Mark or unmark; the next act is then about all marked mentions.',
    disabledBecause: nothingListed,
  },
  {
    id: 'mark-all',
    mode: ['list'],
    keys: ['*'],
    label: 'mark all',
    help: 'Mark everything in view, or remove all marks.',
    disabledBecause: nothingListed,
  },
  {
    id: 'note',
    mode: browse,
    keys: ['n'],
    label: 'note',
    help: 'Write a note, for yourself and your colleagues.',
    disabledBecause: stillWriting,
  },
  {
    id: 'snooze',
    mode: browse,
    keys: ['z'],
    label: 'snooze',
    help: 'Put off: it comes back to the inbox in two hours, tomorrow, on Monday or in a week.',
    disabledBecause: stillWriting,
  },
  {
    id: 'correct',
    mode: browse,
    keys: ['x'],
    label: 'correct',
    help: 'The classifier is wrong: set feeling, flags or topics right. Your label is kept and beats the classifier.',
    disabledBecause: state => stillWriting(state) ?? stillReading(state),
  },
  {
    id: 'copy',
    mode: browse,
    keys: ['y'],
    label: 'copy',
    help: 'Copy the words and the link to the clipboard of your terminal.',
    disabledBecause: stillReading,
  },
  {
    id: 'browser',
    mode: browse,
    keys: ['b'],
    label: 'browser',
    help: 'Open the link in the browser.',
    disabledBecause: withoutLink,
  },
] as const satisfies readonly Binding[];

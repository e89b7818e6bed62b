import type { Binding } from './binding.ts';
import { browse } from './binding.ts';

/** The keys that bring in what is not heard yet: a review by hand, and suggested sources. */
export const bringing = [
  {
    id: 'paste',
    mode: browse,
    keys: ['p'],
    label: 'paste',
    help: 'Take in a review or comment that no feed brings: its words, who, stars, when and link.',
  },
  {
    id: 'store-pasted',
    mode: ['paste'],
    keys: ['ctrl-s'],
    label: 'store',
    help: 'Judge and store what is typed.',
  },
  {
    id: 'next-field',
    mode: ['paste'],
    keys: ['tab'],
    label: 'next field',
    help: 'To the next field.',
  },
  {
    id: 'previous-field',
    mode: ['paste'],
    keys: ['shift-tab'],
    label: 'field before',
    help: 'To the field before.',
  },
  {
    id: 'leave-paste',
    mode: ['paste'],
    keys: ['esc'],
    label: 'leave',
    help: 'Leave without storing; asks when something would be lost.',
  },
  {
    id: 'suggest',
    mode: ['sources'],
    keys: ['a', '+'],
    label: 'add suggested',
    help: 'Searches that fit your practice, made of its names, place and topics.',
  },
  {
    id: 'add-all',
    mode: ['suggest'],
    keys: ['a'],
    label: 'add all',
    help: 'Add all that need no key to be applied for.',
  },
] as const satisfies readonly Binding[];

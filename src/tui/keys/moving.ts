import type { Binding } from './binding.ts';
import { browse } from './binding.ts';

/** The keys that go somewhere. */
export const moving = [
  {
    id: 'inbox',
    mode: browse,
    keys: ['1'],
    label: 'inbox',
    help: 'What nobody has decided yet, most dangerous first.',
  },
  { id: 'replies', mode: browse, keys: ['2'], label: 'reply', help: 'What is to be answered.' },
  { id: 'referred', mode: browse, keys: ['3'], label: 'refer', help: 'What the office handles.' },
  { id: 'ignored', mode: browse, keys: ['4'], label: 'ignored', help: 'What was ignored.' },
  { id: 'all', mode: browse, keys: ['5'], label: 'all', help: 'Everything that is held.' },
  {
    id: 'down',
    mode: [...browse, 'help', 'sources', 'card', 'snooze', 'follow', 'suggest', 'correct'],
    keys: ['j', 'down'],
    label: 'down',
    help: 'One down.',
  },
  {
    id: 'up',
    mode: [...browse, 'help', 'sources', 'card', 'snooze', 'follow', 'suggest', 'correct'],
    keys: ['k', 'up'],
    label: 'up',
    help: 'One up.',
  },
  {
    id: 'page-down',
    mode: [...browse, 'help', 'sources', 'card'],
    keys: ['ctrl-d', 'pagedown'],
    label: 'page down',
    help: 'Half a screen down.',
  },
  {
    id: 'page-up',
    mode: [...browse, 'help', 'sources', 'card'],
    keys: ['ctrl-u', 'pageup'],
    label: 'page up',
    help: 'Half a screen up.',
  },
  {
    id: 'top',
    mode: [...browse, 'help', 'sources', 'card'],
    keys: ['g', 'home'],
    label: 'top',
    help: 'To the first.',
  },
  {
    id: 'bottom',
    mode: [...browse, 'help', 'sources', 'card'],
    keys: ['G', 'end'],
    label: 'bottom',
    help: 'To the last.',
  },
  {
    id: 'next',
    mode: ['detail'],
    keys: [']', 'right', 'J'],
    label: 'next',
    help: 'The next mention, without going back.',
  },
  {
    id: 'previous',
    mode: ['detail'],
    keys: ['[', 'left', 'K'],
    label: 'previous',
    help: 'The mention before this one.',
  },
] as const satisfies readonly Binding[];

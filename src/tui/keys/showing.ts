import type { Binding } from './binding.ts';
import { browse } from './binding.ts';
import { nothingListed, noScan, nothingToClear, nothingUnusual } from './reasons.ts';

/** The keys that choose what is on screen. */
export const showing = [
  {
    id: 'open',
    mode: ['list'],
    keys: ['enter', 'l'],
    label: 'open',
    help: 'Read the whole mention.',
    disabledBecause: nothingListed,
  },
  {
    id: 'back',
    mode: ['detail'],
    keys: ['esc', 'enter', 'h'],
    label: 'back',
    help: 'Back to the list.',
  },
  {
    id: 'filter',
    mode: browse,
    keys: ['/'],
    label: 'filter',
    help: 'Show only what a query selects, for example flag:negative since:7d.',
  },
  {
    id: 'scan',
    mode: browse,
    keys: ['s'],
    label: 'scan',
    help: 'Look at the sources now; you can go on working meanwhile.',
    disabledBecause: noScan,
  },
  {
    id: 'palette',
    mode: browse,
    keys: [':', 'ctrl-p'],
    label: 'commands',
    help: 'Find any command by typing a part of its name.',
  },
  { id: 'help', mode: browse, keys: ['?'], label: 'help', help: 'Show all keys.' },
  {
    id: 'clear',
    mode: ['list'],
    keys: ['esc'],
    label: 'clear',
    help: 'Remove the marks, and then the filter.',
    disabledBecause: nothingToClear,
  },
  {
    id: 'refresh',
    mode: ['list'],
    keys: ['.'],
    label: 'refresh',
    help: 'Bring in what is new and take away what is decided.',
  },
  {
    id: 'overdue',
    mode: browse,
    keys: ['O'],
    label: 'overdue',
    help: 'What was not answered in time, the longest overdue first; a late answer stays here. esc leads back.',
  },
  {
    id: 'sort',
    mode: ['list'],
    keys: ['t'],
    label: 'sort',
    help: 'Sort by danger, by age, or by when an answer is due.',
  },
  {
    id: 'sources',
    mode: browse,
    keys: ['S'],
    label: 'sources',
    help: 'How the sources are: fresh, stale, blocked or failed, and why.',
  },
  {
    id: 'alerts',
    mode: browse,
    keys: ['A'],
    label: 'alerts',
    help: 'What the scans of this session found unusual: many negatives at once, a source fallen silent.',
    disabledBecause: nothingUnusual,
  },
] as const satisfies readonly Binding[];

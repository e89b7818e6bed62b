import type { State } from './state.ts';

/** Why nothing is listed, and what can be done about that. */
export const emptyText = ({ loaded, view, shelf, setting }: State): string => {
  if (!loaded) return 'Reading the store…';
  if (view.filter)
    return view.filter.found ? 'Nothing here fits the filter; esc removes it.' : 'Looking…';
  if (shelf.counts.all === 0)
    return setting.sources.length > 0
      ? 'Nothing has been heard yet. Press s to scan your sources.'
      : 'No sources yet. Press S and then a for searches that fit your practice.';
  return view.tab === 'inbox' ? 'All done: nothing waits in the inbox.' : 'Nothing is in here.';
};

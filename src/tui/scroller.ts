import { layoutOf } from './layout.ts';
import type { Scroller } from './shift.ts';
import type { State } from './state.ts';

/** The rows above the body: name, buckets, rule. */
const headerRows = 3;

/** What of the screen scrolls at the moment, so that the terminal can be asked to move it. */
export const scrollerOf = (state: State): Scroller | undefined => {
  const { mode, pane, view, size, detailTop, detail } = state;
  const { wide, bodyRows } = layoutOf(size);
  const rows = { from: headerRows, to: headerRows + bodyRows };
  if (mode.kind === 'help' || mode.kind === 'card' || mode.kind === 'sources')
    return { ...rows, of: mode.kind, top: mode.top };
  if (wide || mode.kind !== 'browse') return undefined;
  return pane === 'list'
    ? { ...rows, of: `list ${view.tab}`, top: view.top }
    : { ...rows, of: `detail ${detail?.mention.id}`, top: detailTop };
};

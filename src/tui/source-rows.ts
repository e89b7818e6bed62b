import { safe } from '../text/terminal.ts';
import { columnsOf, fit } from '../text/width.ts';
import type { State } from './state.ts';
import { age, shortMoment } from './times.ts';

/** One source as the health screen shows it; the keys are the headings. */
export type SourceRow = {
  readonly [heading in 'Source' | 'Health' | 'Why']: string;
} & { readonly [heading in 'Checked' | 'Newest' | 'Items']?: string };

/** What the columns besides name and reason take, with two spaces around each: all of them, or the health alone. */
const otherColumns = 42;
const healthColumns = 15;

/** The sources that are on screen, those in trouble first. */
export const sourceRows = (state: State): SourceRow[] => {
  const { setting, states, now, size, scanning } = state;
  const order = { failed: 0, blocked: 1, stale: 2, fresh: 4 };
  const rankOf = (id: string) => order[states.get(id)?.health ?? 'stale'] ?? 3;
  // Where there is little room the reason has it: why a source failed is what one comes here for.
  const isNarrow = size.columns < 110;
  const names = setting.sources.map(({ id, name }) => Math.min(columnsOf(safe(name ?? id)), 24));
  const nameColumns = Math.max(6, ...names);
  const others = isNarrow ? healthColumns : otherColumns;
  const room = Math.max(12, size.columns - nameColumns - others);
  return setting.sources
    .toSorted((a, b) => rankOf(a.id) - rankOf(b.id))
    .map(({ id, name, enabled }) => {
      const known = states.get(id);
      const ago = (at: string | undefined) => (at === undefined ? '-' : age(Date.parse(at), now));
      const health = scanning?.fetching.includes(id) ? 'reading…' : (known?.health ?? 'not yet');
      const next =
        known?.nextAt !== undefined && Date.parse(known.nextAt) > now
          ? `next ${shortMoment(Date.parse(known.nextAt), setting.timezone)}`
          : '';
      const newest =
        isNarrow && known?.newestAt !== undefined ? `newest ${ago(known.newestAt)} ago` : '';
      return {
        Source: fit(safe(name ?? id), nameColumns),
        Health: enabled ? health : 'off',
        ...(isNarrow
          ? {}
          : {
              Checked: ago(known?.checkedAt),
              Newest: ago(known?.newestAt),
              Items: known === undefined ? '-' : String(known.entries),
            }),
        Why: fit(safe([known?.why, next, newest].filter(Boolean).join('; ')), room),
      };
    });
};

import type { Source, SourceState } from '../core/source.ts';
import type { Looked } from '../sources/look.ts';
import type { Catch } from '../store/store.ts';
import { candidatesOf } from './candidates.ts';
import { freshItems } from './fresh-items.ts';
import type { Ingest } from './fresh-items.ts';
import { remember } from './remember.ts';

/** Turns what a look found into what the store takes: only new and changed mentions are judged. */
export const catchOf = async (
  source: Source,
  before: SourceState | undefined,
  looked: Looked,
  ingest: Ingest,
): Promise<Catch & { readonly dropped: number }> => {
  const { now } = ingest;
  if (looked.kind !== 'entries')
    return {
      items: [],
      dropped: 0,
      state: withDropped(remember(source, before, looked, before?.newestAt, now), before?.dropped),
    };
  const candidates = candidatesOf(looked.entries, source, now);
  const { items, dropped, remembered } = await freshItems(candidates, source, {
    ...ingest,
    dropped: before?.dropped,
  });
  const newest = newestOf([
    before?.newestAt,
    ...looked.entries.map(({ publishedAt }) => datedOf(publishedAt, now)),
    ...items.map(({ mention }) => mention.publishedAt),
  ]);
  const state = remember(source, before, looked, newest, now);
  return { items, dropped, state: withDropped(state, remembered) };
};

const withDropped = (state: SourceState, dropped: SourceState['dropped']): SourceState =>
  dropped === undefined ? state : { ...state, dropped };

const datedOf = (date: string | undefined, now: Date): string | undefined => {
  const at = Date.parse(date ?? '');
  return at <= now.getTime() ? new Date(at).toISOString() : undefined;
};

const newestOf = (dates: readonly (string | undefined)[]): string | undefined =>
  dates.reduce((newest, date) => ((date ?? '') > (newest ?? '') ? date : newest), undefined);

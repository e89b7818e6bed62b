import { alertsIn } from '../core/alerts.ts';
import type { Alert } from '../core/alerts.ts';
import type { SourceId } from '../core/mention.ts';
import { unitMs } from '../core/moment.ts';
import type { Row } from '../core/row.ts';
import type { ScanAlert } from '../core/scan-event.ts';
import type { Source, SourceState } from '../core/source.ts';
import type { Store } from '../store/store.ts';

/** Gives the alerts that have become true since the pass began; they are told once and not on every scan. */
export const alertsSince = async (
  store: Pick<Store, 'rows'>,
  sources: readonly Source[],
  states: ReadonlyMap<SourceId, SourceState>,
): Promise<(now: number) => Promise<readonly ScanAlert[]>> => {
  const listening = new Set(
    sources.filter(({ id, enabled }) => enabled && states.get(id)?.seeded).map(({ id }) => id),
  );
  const lastLook = Math.max(0, ...[...states.values()].map(state => Date.parse(state.checkedAt)));
  const told = new Set(alertsAt(await store.rows(), listening, lastLook).map(nameOf));
  return async now =>
    alertsAt(await store.rows(), listening, now)
      .filter(alert => !told.has(nameOf(alert)))
      .map(alert => ({ type: 'alert', ...alert }));
};

const alertsAt = (
  rows: readonly Row[],
  listening: ReadonlySet<SourceId>,
  now: number,
): readonly Alert[] =>
  alertsIn(withoutSeeds(rows, now), now).filter(
    alert => alert.kind === 'spike' || listening.has(alert.source),
  );

/** What the first look at a source found of the last day was there before we listened: a past to compare with, but no news. */
const withoutSeeds = (rows: readonly Row[], now: number): readonly Row[] => {
  const begun = new Map<SourceId, number>();
  for (const { source, seen } of rows)
    begun.set(source, Math.min(seen, begun.get(source) ?? Infinity));
  return rows.filter(row => row.at < now - unitMs.d || row.seen !== begun.get(row.source));
};

const nameOf = (alert: Alert): string =>
  alert.kind === 'spike' ? JSON.stringify(alert.what) : `silent ${alert.source}`;

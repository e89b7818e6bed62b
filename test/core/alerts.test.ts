import { describe, expect, it } from 'vitest';
import { alertsIn } from '../../src/core/alerts.ts';
import type { Row } from '../../src/core/row.ts';
import { aRow } from '../making.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.parse('2026-11-20T14:05:00Z');

/** So many mentions a day, each day at this hour before now, for the days named. */
const steady = (perDay: number, daysAgo: readonly number[], differs: Partial<Row> = {}) =>
  daysAgo.flatMap(ago =>
    Array.from({ length: perDay }, (_, index) =>
      aRow({ at: now - ago * day - (index + 1) * 0.1 * hour, ...differs }),
    ),
  );

const upTo = (last: number, first = 1) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const sentences = (rows: readonly Row[]) => alertsIn(rows, now).map(alert => alert.sentence);

describe('an alert', () => {
  it('tells a spike of negatives and of their topic against the same hours before', () => {
    const rows = [...steady(1, upTo(14)), ...steady(8, [0])];
    expect(sentences(rows)).toEqual([
      '8 negative mentions in the last 3 hours; 1 is usual.',
      '8 negative mentions of waiting in the last 3 hours; 1 is usual.',
    ]);
  });

  it('stays silent about a level that is as always', () => {
    expect(sentences([...steady(8, upTo(14)), ...steady(8, [0])])).toEqual([]);
  });

  it('stays silent about three, however quiet it was', () => {
    expect(sentences([...steady(1, [14]), ...steady(3, [0])])).toEqual([]);
  });

  it('stays silent while there is no baseline', () => {
    expect(sentences([...steady(1, upTo(2)), ...steady(9, [0])])).toEqual([]);
  });

  it('does not take a wave at another hour for a baseline of this one', () => {
    const evenings = upTo(14).flatMap(ago =>
      Array.from({ length: 9 }, () => aRow({ at: now - ago * day - 12 * hour })),
    );
    expect(sentences([...evenings, ...steady(6, [0])])[0]).toContain('in the last 3 hours');
  });

  it('tells a spike of one claim among claims that are spread as always', () => {
    const spread = (claim: string) => ({ flags: ['misinformation'], topics: [], claim }) as const;
    const rows = [
      ...steady(4, upTo(14, 0), spread('vaccines-microchips')),
      ...steady(4, [0], spread('mmr-causes-autism')),
      ...steady(9, [0], { flags: [], claim: 'earth-is-flat' }),
    ];
    expect(sentences(rows)).toEqual([
      '4 mentions that spread "mmr-causes-autism" in the last 3 hours; 0 is usual.',
    ]);
  });

  it('leaves praise and questions alone', () => {
    const warm = { flags: [], sentiment: 'positive' } as const;
    expect(sentences([...steady(1, upTo(14), warm), ...steady(9, [0], warm)])).toEqual([]);
  });

  it('tells of a source that has fallen silent for longer than it ever is', () => {
    expect(sentences(steady(2, upTo(13, 4), { flags: [] }))).toEqual([
      'wall has brought nothing new for 4 days, which is unlike it.',
    ]);
    expect(sentences(steady(2, upTo(10), { flags: [] }))).toEqual([]);
  });
});

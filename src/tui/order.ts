import type { Row } from '../core/row.ts';
import type { Service, ServiceReader } from '../core/service.ts';

/** In what order mentions are listed; the first is how they are held. */
export const orders = ['priority', 'newest', 'due'] as const;
export type Order = (typeof orders)[number];

export const orderNames: Readonly<Record<Order, string>> = {
  priority: 'most dangerous first',
  newest: 'newest first',
  due: 'by due date',
};

/** Rows, given most dangerous first, in another order. */
export const inOrderOf = (
  rows: readonly Row[],
  order: Order,
  now: number,
  service: ServiceReader,
): readonly Row[] => {
  switch (order) {
    case 'priority':
      return rows;
    case 'newest':
      return rows.toSorted((a, b) => b.at - a.at);
    case 'due': {
      // Numbers in a row of their own: a hundred thousand pairs would be garbage to be collected.
      const ranks = Float64Array.from(rows, row => rankOf(service(row, now)));
      const places = Uint32Array.from(rows.keys());
      places.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
      return Array.from(places, place => rows[place]).filter(row => row !== undefined);
    }
    default:
      return order satisfies never;
  }
};

/** What still waits by when it is due, then what was answered late, the latest first, then all that nobody waits for. */
const rankOf = (service: Service): number => {
  switch (service.kind) {
    case 'overdue':
    case 'waiting':
      return service.due;
    case 'late':
      return 1e15 - service.answered;
    case 'met':
      return 2e15;
    case 'none':
      return 3e15;
    default:
      return service satisfies never;
  }
};

import type { BusinessClock } from './hours.ts';
import type { Row } from './row.ts';

/** What a mention waits for: the first of these that fits it. */
const serviceClasses = ['urgent', 'negative', 'question', 'positive'] as const;
type ServiceClass = (typeof serviceClasses)[number];

/** By when: before the end of the business day, within business time, or within calendar time; milliseconds. */
type Target =
  | { readonly kind: 'same-business-day' }
  | { readonly kind: 'business'; readonly ms: number }
  | { readonly kind: 'calendar'; readonly ms: number };

const hour = 3_600_000;

/** By when each is answered; 24 business hours are about three days of an office that is open eight hours a day. */
const targets: Readonly<Record<ServiceClass, Target>> = {
  urgent: { kind: 'same-business-day' },
  negative: { kind: 'business', ms: 24 * hour },
  question: { kind: 'business', ms: 24 * hour },
  positive: { kind: 'calendar', ms: 7 * 24 * hour },
};

/** What a row waits for; undefined when nobody need answer it. */
export const serviceClassOf = (row: Row): ServiceClass | undefined => {
  if (row.flags.includes('urgent')) return 'urgent';
  if (row.flags.some(flag => flag === 'negative' || flag === 'privacy' || flag === 'legal'))
    return 'negative';
  if (row.flags.some(flag => flag === 'question' || flag === 'advice')) return 'question';
  return row.about && row.sentiment === 'positive' ? 'positive' : undefined;
};

/** When an answer is due to what was received at a moment; all in milliseconds since 1970. */
export const dueAt = (received: number, target: Target, clock: BusinessClock): number => {
  switch (target.kind) {
    case 'same-business-day':
      return clock.dayEnd(received);
    case 'business':
      return clock.after(received, target.ms);
    case 'calendar':
      return received + target.ms;
    default:
      return target satisfies never;
  }
};

/** Where a mention stands against its target. */
export type Service =
  | { readonly kind: 'none' }
  | { readonly kind: 'waiting'; readonly due: number; readonly left: number }
  | { readonly kind: 'overdue'; readonly due: number; readonly late: number }
  | { readonly kind: 'met'; readonly due: number; readonly answered: number }
  /** Answered, but late; that stays visible. */
  | {
      readonly kind: 'late';
      readonly due: number;
      readonly answered: number;
      readonly late: number;
    };

/** How a row stands at `now`; it counts as answered when it was decided, or at `answered` when that is known. */
export const serviceOf = (
  row: Row,
  now: number,
  clock: BusinessClock,
  answered: number | undefined = row.decidedAt,
): Service =>
  against(row, now, serviceClass => dueAt(row.seen, targets[serviceClass], clock), answered);

const against = (
  row: Row,
  now: number,
  dueFor: (serviceClass: ServiceClass) => number,
  answered: number | undefined,
): Service => {
  const serviceClass = serviceClassOf(row);
  if (serviceClass === undefined) return { kind: 'none' };
  const due = dueFor(serviceClass);
  if (answered !== undefined && answered <= due) return { kind: 'met', due, answered };
  if (answered !== undefined) return { kind: 'late', due, answered, late: answered - due };
  return now > due
    ? { kind: 'overdue', due, late: now - due }
    : { kind: 'waiting', due, left: due - now };
};

/** Whether `is:overdue` selects a row: not answered in time, also after a late answer. */
export const isOverdue = (row: Row, now: number, clock: BusinessClock): boolean =>
  isLate(serviceOf(row, now, clock));

/** Too late: still waiting, or answered after it was due. */
export const isLate = ({ kind }: Service): boolean => kind === 'overdue' || kind === 'late';

export type ServiceReader = (row: Row, now: number) => Service;

/** Reads many rows; when an answer is due is worked out once for all that came at the same moment. */
export const serviceReader = (clock: BusinessClock): ServiceReader => {
  const known = new Map(serviceClasses.map(one => [one, new Map<number, number>()] as const));
  return (row, now) =>
    against(
      row,
      now,
      serviceClass => {
        const dues = known.get(serviceClass);
        const due = dues?.get(row.seen) ?? dueAt(row.seen, targets[serviceClass], clock);
        dues?.set(row.seen, due);
        return due;
      },
      row.decidedAt,
    );
};

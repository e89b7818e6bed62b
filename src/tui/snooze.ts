import { unitMs } from '../core/moment.ts';
import { wallClock } from '../core/wall-clock.ts';
import type { WallClock } from '../core/wall-clock.ts';

export type SnoozeChoice = { readonly name: string; readonly until: number };

/** The moments to which a mention can be put off: in two hours, or when the office opens on a later day. */
export const snoozeChoices = (now: number, timezone: string): readonly SnoozeChoice[] => {
  const clock = wallClock(timezone);
  const weekday = new Date(clock.wallTimeOf(now)).getUTCDay();
  const toMonday = (8 - weekday) % 7 || 7;
  return [
    { name: '2 hours', until: now + 2 * unitMs.h },
    { name: 'tomorrow', until: morning(now, 1, clock) },
    { name: 'Monday', until: morning(now, toMonday, clock) },
    { name: 'a week', until: morning(now, 7, clock) },
  ];
};

/** Eight in the morning, so many days from now, on the clock of the practice. */
const morning = (now: number, days: number, { wallTimeOf, momentOf }: WallClock): number => {
  const today = Math.floor(wallTimeOf(now) / unitMs.d) * unitMs.d;
  return momentOf(today + days * unitMs.d + 8 * unitMs.h);
};

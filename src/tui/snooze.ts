const hour = 3_600_000;
const day = 24 * hour;

export type SnoozeChoice = { readonly name: string; readonly until: number };

/** The moments to which a mention can be put off: in two hours, or when the office opens on a later day. */
export const snoozeChoices = (now: number, timezone: string): readonly SnoozeChoice[] => {
  const weekday = new Date(dayOf(now, timezone)).getUTCDay();
  const toMonday = (8 - weekday) % 7 || 7;
  return [
    { name: '2 hours', until: now + 2 * hour },
    { name: 'tomorrow', until: morning(now, 1, timezone) },
    { name: 'Monday', until: morning(now, toMonday, timezone) },
    { name: 'a week', until: morning(now, 7, timezone) },
  ];
};

/** Eight in the morning, so many days from now, on the clock of the practice. */
const morning = (now: number, days: number, timezone: string): number => {
  const wanted = dayOf(now, timezone) + days * day + 8 * hour;
  const guess = wanted - offsetAt(wanted, timezone);
  return wanted - offsetAt(guess, timezone);
};

/** Midnight of the local day, written as if it were UTC. */
const dayOf = (now: number, timezone: string): number =>
  Math.floor((now + offsetAt(now, timezone)) / day) * day;

/** How far the clock of the practice is ahead of UTC at a moment. */
const offsetAt = (moment: number, timezone: string): number => {
  const parts = new Map<string, number>(
    new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: string) => parts.get(name) ?? 0;
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(moment / 1000) * 1000;
};

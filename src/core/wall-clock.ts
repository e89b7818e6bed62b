/** Wall times are milliseconds as if the wall showed UTC; moments are milliseconds since 1970. */
export type WallClock = {
  readonly wallTimeOf: (moment: number) => number;
  /**
   * The moment at which the wall shows a time. A time that the wall skips in spring is read as the moment of the skip,
   * one that it shows twice in autumn as the first.
   */
  readonly momentOf: (wallTime: number) => number;
};

/** The clock on the wall in an IANA time zone; throws a RangeError for a zone that does not exist. */
export const wallClock = (timezone: string): WallClock => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const wallTimeOf = (moment: number): number => {
    const whole = Math.floor(moment / 1000) * 1000;
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(whole)) part[type] = Number(value);
    const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) + (moment - whole);
  };
  const offsetAt = (moment: number) => wallTimeOf(moment) - moment;
  return {
    wallTimeOf,
    momentOf: wallTime => {
      // No zone is more than a day off, so one of the offsets around the time is the right one; the earlier moment first.
      const [before, after] = [offsetAt(wallTime - dayMs), offsetAt(wallTime + dayMs)];
      const candidates = [wallTime - before, wallTime - after].toSorted((a, b) => a - b);
      const shown = candidates.find(moment => wallTimeOf(moment) === wallTime);
      return (
        shown ??
        skipOf(wallTime - Math.max(before, after), wallTime - Math.min(before, after), offsetAt)
      );
    },
  };
};

const dayMs = 86_400_000;

/** The moment between two at which the offset changes, by halving. */
const skipOf = (early: number, late: number, offsetAt: (moment: number) => number): number => {
  let [low, high] = [early, late];
  const offset = offsetAt(low);
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (middle <= low) break;
    if (offsetAt(middle) === offset) low = middle;
    else high = middle;
  }
  return high;
};

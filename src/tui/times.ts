const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, in at most four characters: `now`, `5m`, `3h`, `2d`, `6w`, `2y`. */
export const age = (at: number, now: number): string => {
  const ms = Math.max(0, now - at);
  if (Number.isNaN(ms)) return '?';
  if (ms < minute) return 'now';
  if (ms < hour) return `${Math.floor(ms / minute)}m`;
  if (ms < day) return `${Math.floor(ms / hour)}h`;
  if (ms < 14 * day) return `${Math.floor(ms / day)}d`;
  if (ms < 365 * day) return `${Math.floor(ms / (7 * day))}w`;
  return `${Math.floor(ms / (365 * day))}y`;
};

/** A span in two units: `1d 4h`, `3h 5m`, `12m`; of ten days or more the days alone. */
export const span = (ms: number): string => {
  const days = Math.floor(ms / day);
  const hours = Math.floor((ms % day) / hour);
  const minutes = Math.floor((ms % hour) / minute);
  if (days > 9) return `${days}d`;
  if (days > 0) return `${days}d ${hours}h`;
  return hours > 0 ? `${hours}h ${minutes}m` : `${minutes}m`;
};

/** `Fri 20 Nov 14:05` on the clock of the practice. */
export const shortMoment = (at: number, timezone: string): string => {
  if (Number.isNaN(at)) return 'an unknown time';
  const parts = new Map<string, string>(
    formatFor(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: string) => parts.get(name) ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('hour')}:${part('minute')}`;
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs about a millisecond, so each is made once. */
const formatFor = (timezone: string): Intl.DateTimeFormat => {
  const known = formats.get(timezone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timezone, format);
  return format;
};

/** A moment (ISO 8601) as a person says it: `14:30` today, else `21 Nov 14:30`, in the zone given or this machine's. */
export const clockTime = (iso: string, now: Date, timeZone?: string): string => {
  const zone = timeZone === undefined ? {} : { timeZone };
  const date = new Date(iso);
  const day = (of: Date) =>
    of.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', ...zone });
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', ...zone });
  return day(date) === day(now) ? time : `${day(date)} ${time}`;
};

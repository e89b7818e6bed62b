import type { Office } from './practice.ts';
import { wallClock } from './wall-clock.ts';

/** One opening on one day of the week (0 Sunday to 6 Saturday), in minutes after midnight on the office's wall clock. */
export type Opening = { readonly day: number; readonly from: number; readonly to: number };

export type ParsedHours =
  | { readonly ok: true; readonly openings: readonly Opening[] }
  | { readonly ok: false; readonly message: string };

const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Reads `Mon-Fri 08:00-17:00, Sat 09:00-12:00`; days may wrap (`Fri-Mon`), a day may open twice, 24:00 ends a day. */
export const parseHours = (written: string): ParsedHours => {
  const openings: Opening[] = [];
  for (const part of written.split(/[,;]/).filter(piece => piece.trim() !== '')) {
    const found =
      /^\s*([a-z]{3,9})(?:\s*-\s*([a-z]{3,9}))?\s+(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})\s*$/i.exec(
        part,
      );
    if (!found) return misread(part, 'was not understood');
    const [, first = '', last = first, ...times] = found;
    const [start, end] = [dayOf(first), dayOf(last)];
    if (start === -1 || end === -1) return misread(part, 'names a day that does not exist');
    const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = times.map(Number);
    const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
    if (fromMinute > 59 || toMinute > 59 || to > 24 * 60)
      return misread(part, 'names a time that does not exist');
    if (from >= to) return misread(part, 'ends before it begins');
    for (let day = start; ; day = (day + 1) % 7) {
      openings.push({ day, from, to });
      if (day === end) break;
    }
  }
  if (openings.length === 0) return { ok: false, message: 'The office hours are empty.' };
  return { ok: true, openings: merged(openings) };
};

const misread = (part: string, why: string): ParsedHours => ({
  ok: false,
  message: `The office hours "${part.trim()}" ${why}; write them like "Mon-Fri 08:00-17:00, Sat 09:00-12:00".`,
});

const dayOf = (name: string) => dayNames.indexOf(name.slice(0, 3).toLowerCase());

/** Openings in order, with those that touch or overlap made one, so that no minute counts twice. */
const merged = (openings: readonly Opening[]): readonly Opening[] =>
  openings
    .toSorted((a, b) => a.day - b.day || a.from - b.from)
    .reduce<readonly Opening[]>((done, next) => {
      const last = done.at(-1);
      return last && last.day === next.day && next.from <= last.to
        ? [...done.slice(0, -1), { ...last, to: Math.max(last.to, next.to) }]
        : [...done, next];
    }, []);

/** A clock that counts business time only; all moments are milliseconds since 1970. */
export type BusinessClock = {
  readonly isOpen: (at: number) => boolean;
  /** Business milliseconds from one moment to another; 0 when the second is not later. */
  readonly between: (from: number, to: number) => number;
  /** The moment at which so many business milliseconds have passed. */
  readonly after: (from: number, businessMs: number) => number;
  /** The end of the last opening of the business day that a moment belongs to: its own day, or the next that opens. */
  readonly dayEnd: (at: number) => number;
};

/** The clock of an office; hours that cannot be read count as every weekday from 8 to 17, which set-up refuses before. */
export const businessClock = ({ hours, timezone, holidays }: Office): BusinessClock => {
  const parsed = parseHours(hours);
  const openings = parsed.ok ? parsed.openings : usual;
  const wall = wallClock(timezone);
  const closed = new Set(holidays);
  const known = new Map<number, readonly Span[]>();

  /** The openings of a calendar day, counted in days since 1970 on the office's wall clock. */
  const spansOf = (day: number): readonly Span[] => {
    const before = known.get(day);
    if (before) return before;
    const midnight = day * dayMs;
    const isClosed = closed.has(new Date(midnight).toISOString().slice(0, 10));
    const weekday = new Date(midnight).getUTCDay();
    const spans = isClosed
      ? []
      : openings
          .filter(opening => opening.day === weekday)
          .map(({ from, to }) => ({
            from: wall.momentOf(midnight + from * minuteMs),
            to: wall.momentOf(midnight + to * minuteMs),
          }))
          .filter(span => span.to > span.from);
    known.set(day, spans);
    return spans;
  };
  const dayAt = (at: number) => Math.floor(wall.wallTimeOf(at) / dayMs);

  return {
    isOpen: at => spansOf(dayAt(at)).some(span => span.from <= at && at < span.to),
    between: (from, to) => {
      let sum = 0;
      if (to <= from) return 0;
      const last = dayAt(to);
      for (let day = dayAt(from); day <= last; day++)
        for (const span of spansOf(day))
          sum += Math.max(0, Math.min(to, span.to) - Math.max(from, span.from));
      return sum;
    },
    after: (from, businessMs) => {
      let left = businessMs;
      const first = dayAt(from);
      for (let day = first; day < first + furthestDays; day++)
        for (const span of spansOf(day)) {
          const start = Math.max(from, span.from);
          if (start >= span.to) continue;
          if (left <= span.to - start) return start + left;
          left -= span.to - start;
        }
      return Infinity;
    },
    dayEnd: at => {
      const first = dayAt(at);
      for (let day = first; day < first + furthestDays; day++) {
        const end = spansOf(day).at(-1)?.to;
        if (end !== undefined && end > at) return end;
      }
      return Infinity;
    },
  };
};

type Span = { readonly from: number; readonly to: number };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** An office that does not open within ten years will not answer. */
const furthestDays = 3660;

const usual: readonly Opening[] = [1, 2, 3, 4, 5].map(day => ({ day, from: 480, to: 1020 }));

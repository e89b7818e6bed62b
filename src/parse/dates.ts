import { clockOf, readTime } from './clock.ts';
import { monthOf } from './month-names.ts';
import { offsetOf } from './time-zones.ts';

/** The parts of a date as written; months count from 1, the offset is in minutes east of UTC. */
type Parts = {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
  millisecond?: number;
  offset?: number;
};

const longestDate = 120;

/** Reads a date in any of the ways that feeds write it, as ISO 8601 in UTC; without a zone it counts as UTC. */
export const parseDate = (written: string): string | undefined => {
  const text = written.slice(0, longestDate).trim();
  if (text === '') return undefined;
  const parts =
    rfc822(text) ?? iso(text) ?? epoch(text) ?? spelled(text) ?? numeric(text) ?? eastAsian(text);
  return parts && instantOf(parts);
};

const instantOf = (parts: Parts): string | undefined => {
  const { year, month, day, hour = 0, minute = 0, second = 0, millisecond = 0, offset = 0 } = parts;
  const isPossible =
    year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 366;
  if (!isPossible || hour > 24 || minute > 59 || second > 60) return undefined;
  // A leap second and hour 24 roll over as Date does it.
  const at = Date.UTC(year, month - 1, day, hour, minute, second, millisecond) - offset * 60_000;
  return new Date(at).toISOString();
};

/** What nearly all RSS feeds write: `Fri, 20 Nov 2026 21:05:00 GMT`. */
const rfc822 = (text: string): Parts | undefined => {
  const [, day, name = '', year, hour, minute, second, zone = ''] =
    /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? (\S+)$/.exec(
      text,
    ) ?? [];
  const month = monthOf(name);
  const offset = offsetOf(zone);
  if (month === undefined || offset === undefined) return undefined;
  return {
    ...{ year: Number(year), month, day: Number(day) },
    ...{ hour: Number(hour), minute: Number(minute), second: Number(second ?? 0), offset },
  };
};

const isoShape =
  /^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?|-?(\d{3}))?(?:(?:[T_ ]|\s+at\s+)\s*(\d\d?)[:h.]?(\d\d)?(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?\s*([a-z]{1,5}|(?:gmt|utc)?\s*[+-]\d\d?:?\d{0,2})?(?:\s*\(.*\)|\[.*\])?$/i;

/** ISO 8601 and W3C-DTF, whole or in part: `2026`, `2026-11`, `20261120`, `2026-324`, `2026-11-20 9:05:00,5 +0100`. */
const iso = (text: string): Parts | undefined => {
  const [, year, month = '1', day = '1', ordinal, hour, minute, second, fraction, zone] =
    isoShape.exec(text) ?? [];
  if (year === undefined) return undefined;
  const offset = zone === undefined ? 0 : offsetOf(zone);
  if (offset === undefined) return undefined;
  return {
    ...{ year: Number(year), month: ordinal ? 1 : Number(month), day: Number(ordinal ?? day) },
    ...{ hour: Number(hour ?? 0), minute: Number(minute ?? 0), second: Number(second ?? 0) },
    ...{ millisecond: Math.floor(Number(`0.${fraction ?? 0}`) * 1000), offset },
  };
};

/** Seconds or milliseconds since 1970, as some JSON feeds have them. */
const epoch = (text: string): Parts | undefined => {
  if (!/^\d{9,10}(?:\.\d+)?$|^\d{12,13}$/.test(text)) return undefined;
  const at = new Date(
    text.length >= 12 && !text.includes('.') ? Number(text) : Number(text) * 1000,
  );
  return {
    ...{ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() },
    ...{ hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() },
    millisecond: at.getUTCMilliseconds(),
  };
};

/** Dates with the month as a word, in any order: RFC 822 and 850, asctime, `November 20, 2026 9:05 pm EST`. */
const spelled = (text: string): Parts | undefined => {
  const time = readTime(text);
  const date = time === undefined ? text : text.replace(time.written, ' ');
  const words = date.match(/\p{L}[\p{L}\p{M}.]*|\d+/gu) ?? [];
  // A weekday may begin like a month, as "mar." does in French; it stands before all numbers, and a month is there too.
  const months = words.filter(word => monthOf(word) !== undefined);
  const [first = '', second] = months;
  const isWeekday =
    second !== undefined && /^\s*\p{L}+\.?,?\s+\d/u.test(date) && words[0] === first;
  const month = monthOf(isWeekday ? second : first);
  const numbers = words.filter(word => /^\d+$/.test(word));
  if (month === undefined || numbers.length < 2) return undefined;
  const yearFirst = (numbers[0]?.length ?? 0) === 4;
  const [day, year] = yearFirst ? [numbers[1], numbers[0]] : [numbers[0], numbers[1]];
  return { year: fullYear(year ?? ''), month, day: Number(day), ...clockOf(time) };
};

/** `11/20/2026`, `20.11.2026`, `20-11-2026`: with slashes the month is first unless it cannot be, otherwise the day. */
const numeric = (text: string): Parts | undefined => {
  const [all, first = '', separator, second = '', third = ''] =
    /^\D{0,20}?(\d{1,4})([/.-])(\d{1,2})\2(\d{2,4})\b/.exec(text) ?? [];
  if (all === undefined) return undefined;
  const clock = clockOf(readTime(text.slice(all.length)));
  if (first.length === 4)
    return { year: Number(first), month: Number(second), day: Number(third), ...clock };
  if (separator === '-' && third.length === 2 && Number(first) > 0 && Number(second) <= 12)
    return { year: fullYear(first), month: Number(second), day: Number(third), ...clock };
  const monthFirst = separator === '/' ? Number(first) <= 12 : Number(second) > 12;
  const [month, day] = monthFirst ? [first, second] : [second, first];
  return { year: fullYear(third), month: Number(month), day: Number(day), ...clock };
};

/** `2026年11月20日 21:05`, `2026년 11월 20일 오후 9:05`. */
const eastAsian = (text: string): Parts | undefined => {
  const [, year, month, day] = /(\d{4})[年년-]\s*(\d{1,2})[月월-]\s*(\d{1,2})/.exec(text) ?? [];
  if (year === undefined) return undefined;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    ...clockOf(readTime(text)),
  };
};

/** RFC 822 years have two digits: 70 to 99 are of the last century. */
const fullYear = (year: string): number =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) >= 70 ? 1900 : 2000);

import { parseDate } from './dates.ts';

/** How a file writes `03/04/2026`. */
export type DayOrder = 'month-first' | 'day-first';

const slashed = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{2,4})/;

/**
 * Which order a whole column of dates must be in: one `25/12/2026` settles all others. Undefined when every date fits
 * both ways, so that the user can be asked; dots mean day first everywhere.
 */
export const dayOrderOf = (dates: readonly string[]): DayOrder | undefined => {
  for (const date of dates) {
    const [, first, separator, second] = slashed.exec(date) ?? [];
    if (first === undefined) continue;
    if (separator === '.' || Number(first) > 12) return 'day-first';
    if (Number(second) > 12) return 'month-first';
  }
  return undefined;
};

/** Whether a date is written with bare numbers, so that its order matters. */
export const isNumbered = (date: string): boolean => slashed.test(date);

/** Reads a date of a column in that order. */
export const parseDateIn = (date: string, order: DayOrder): string | undefined => {
  const [all, first, , second, year] = slashed.exec(date) ?? [];
  if (all === undefined || first === undefined || second === undefined || year === undefined)
    return parseDate(date);
  const [month, day] = order === 'month-first' ? [first, second] : [second, first];
  const fullYear = year.length === 2 ? `20${year}` : year;
  const rest = date.slice(all.length);
  return (
    parseDate(`${month}/${day}/${fullYear}${rest}`) ?? parseDate(`${month}/${day}/${fullYear}`)
  );
};

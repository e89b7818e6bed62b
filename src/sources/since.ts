import type { SourceState } from '../core/source.ts';

const day = 86_400_000;
/** How far back the first look reaches. */
const firstReach = 30 * day;

/** From when to ask, in seconds since 1970: a day before the last look that succeeded, as items reach indexes late and are edited. */
export const secondsSince = (state: SourceState | undefined, now: Date): number => {
  const last = Date.parse(state?.succeededAt ?? '');
  const since = last <= now.getTime() ? last - day : now.getTime() - firstReach;
  return Math.floor(since / 1000);
};

/** The same as eight digits, 20261120. */
export const dayDigits = (ms: number): string =>
  new Date(ms).toISOString().slice(0, 10).replaceAll('-', '');

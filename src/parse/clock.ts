import { offsetOf } from './time-zones.ts';

/** A time of day as it was written, and what stands after it. */
export type Clock = {
  readonly written: string;
  readonly after: string;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

const timeShape =
  /(오전|오후|午前|午後|上午|下午)?\s*(?:\b|(?<=\dT))(\d{1,2})[:h](\d{1,2})(?::(\d{1,2}))?(?:[.,]\d+)?\s*([ap]\.?m\b\.?)?/iu;

/** The time of day in a text. */
export const readTime = (text: string): Clock | undefined => {
  const found = timeShape.exec(text);
  if (!found) return undefined;
  const [written, half = '', hour, minute, second, suffix = ''] = found;
  const twelve = Number(hour) % 12;
  const isAfternoon = /^p/i.test(suffix) || /^(?:오후|午後|下午)$/.test(half);
  const isMorning = /^a/i.test(suffix) || /^(?:오전|午前|上午)$/.test(half);
  return {
    written,
    after: text.slice(found.index + written.length),
    hour: isAfternoon ? twelve + 12 : isMorning ? twelve : Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
  };
};

/** What a time says, for a date to take over. */
type TimeOfDay = {
  hour: number;
  minute: number;
  second: number;
  /** Minutes east of UTC. */
  offset: number;
};

/** The time with its zone, which stands after it: as a number, else as the last word that is one. */
export const clockOf = (time: Clock | undefined): Partial<TimeOfDay> => {
  if (time === undefined) return {};
  const { hour, minute, second, after, written } = time;
  const [number] = /(?:(?:gmt|utc|ut)\s*)?[+-]\s?\d{1,2}(?::?\d{2})?(?!\d)/i.exec(after) ?? [];
  const words = after.match(/\b[A-Z]{1,5}\b/g) ?? [];
  const named = words.map(offsetOf).filter(offset => offset !== undefined);
  const offset =
    (number === undefined ? undefined : offsetOf(number)) ?? named.at(-1) ?? usualOffset(written);
  return { hour, minute, second, offset };
};

/** Halves of the day in Korean are written in one zone only. */
const usualOffset = (written: string): number => (/오[전후]/.test(written) ? 540 : 0);

import { median } from './median.ts';
import type { SourceId } from './mention.ts';
import { unitMs } from './moment.ts';
import type { Row } from './row.ts';
import type { FlagKind, TopicId } from './verdict.ts';

/** Something that a person should hear of before opening the list. */
export type Alert =
  | {
      readonly kind: 'spike';
      readonly what: SpikeSubject;
      readonly count: number;
      /** The median of the same window on the days before. */
      readonly usual: number;
      readonly hours: number;
      readonly sentence: string;
    }
  | { readonly kind: 'silent'; readonly source: SourceId; readonly sentence: string };

export type SpikeSubject =
  | { readonly flag: FlagKind }
  | { readonly topic: TopicId; readonly sentiment: 'negative' }
  | { readonly claim: string };

/** How far back a window is compared with itself, as media monitors do: the same hours on each of 14 days before. */
const days = 14;

/** Fewer earlier days than this are no baseline. */
const leastDays = 5;

/** The windows that are watched, in hours: the short one is early, the long one catches what seeps in. */
const windows = [3, 24] as const;

/** Fewer mentions than this are no spike, however quiet it was before. */
const leastCount = 4;

/** Spikes and silences in what is held; `now` in milliseconds. */
export const alertsIn = (rows: readonly Row[], now: number): readonly Alert[] => [
  ...spikes(rows, now),
  ...silences(rows, now),
];

const spikes = (rows: readonly Row[], now: number): readonly Alert[] => {
  const recent = rows.filter(row => row.at <= now && row.at > now - (days + 1) * unitMs.d);
  const oldest = rows.reduce((least, row) => Math.min(least, row.at), now);
  return subjectsIn(recent).flatMap(subject => {
    const times = recent.filter(row => isAbout(row, subject)).map(row => row.at);
    const found = windows.map(hours => spikeIn(times, hours, now, oldest));
    const first = found.findIndex(spike => spike !== undefined);
    const spike = found[first];
    return spike ? [asAlert(subject, spike, windows[first] ?? 24)] : [];
  });
};

type Spike = { readonly count: number; readonly usual: number };

/** Compares the last `hours` with the same hours of the days before: median plus three times the spread. */
const spikeIn = (
  times: readonly number[],
  hours: number,
  now: number,
  oldest: number,
): Spike | undefined => {
  const width = hours * unitMs.h;
  const counts = Array.from({ length: days + 1 }, () => 0);
  for (const time of times) {
    const age = now - time;
    const day = Math.floor(age / unitMs.d);
    if (age - day * unitMs.d < width) counts[day] = (counts[day] ?? 0) + 1;
  }
  const [count = 0, ...before] = counts;
  const known = before.slice(0, Math.floor((now - oldest) / unitMs.d));
  if (count < leastCount || known.length < leastDays) return undefined;
  const usual = median(known);
  return count > usual + 3 * spreadOf(known, usual) ? { count, usual } : undefined;
};

/**
 * The median absolute deviation, scaled to a standard deviation (1.4826, for normal data), but never less than chance
 * alone would give to counts of this size (square root, Poisson) nor than one.
 */
const spreadOf = (counts: readonly number[], middle: number): number =>
  Math.max(1, Math.sqrt(middle), 1.4826 * median(counts.map(count => Math.abs(count - middle))));

/** The flags that call for somebody; questions and spam come in waves of their own. */
const watchedFlags = ['urgent', 'negative', 'misinformation', 'privacy', 'legal'] as const;

const subjectsIn = (rows: readonly Row[]): readonly SpikeSubject[] => [
  ...watchedFlags.map(flag => ({ flag })),
  ...[...new Set(rows.flatMap(row => (row.flags.includes('negative') ? row.topics : [])))].map(
    topic => ({ topic, sentiment: 'negative' as const }),
  ),
  ...[...new Set(rows.flatMap(row => spreadBy(row) ?? []))].map(claim => ({ claim })),
];

/** The claim that a row spreads; none when a person took the flag away. */
const spreadBy = ({ flags, claim }: Row): string | undefined =>
  flags.includes('misinformation') ? claim : undefined;

const isAbout = (row: Row, subject: SpikeSubject): boolean => {
  if ('flag' in subject) return row.flags.includes(subject.flag);
  if ('claim' in subject) return spreadBy(row) === subject.claim;
  return row.flags.includes('negative') && row.topics.includes(subject.topic);
};

const nameOf = (subject: SpikeSubject): string => {
  if ('flag' in subject) return `${subject.flag} mentions`;
  if ('claim' in subject) return `mentions that spread "${subject.claim}"`;
  return `negative mentions of ${subject.topic}`;
};

const asAlert = (what: SpikeSubject, { count, usual }: Spike, hours: number): Alert => {
  const sentence = `${count} ${nameOf(what)} in the last ${hours} hours; ${usual} is usual.`;
  return { kind: 'spike', what, count, usual, hours, sentence };
};

/** Items of a source that its usual pace is read from, and how many usual gaps make a silence. */
const paceItems = 20;
const silentGaps = 8;

const silences = (rows: readonly Row[], now: number): readonly Alert[] => {
  const timesOf = new Map<SourceId, number[]>();
  for (const { source, at } of rows) {
    const times = timesOf.get(source);
    if (times) times.push(at);
    else timesOf.set(source, [at]);
  }
  return [...timesOf].flatMap(([source, unsorted]) => {
    const times = unsorted.toSorted((a, b) => b - a);
    const [newest = now] = times;
    const gaps = times
      .slice(0, paceItems)
      .flatMap((time, index) => (index === 0 ? [] : [(times[index - 1] ?? time) - time]));
    if (gaps.length < leastDays) return [];
    const limit = Math.max(2 * unitMs.d, silentGaps * median(gaps));
    if (now - newest <= limit || now - newest > days * unitMs.d) return [];
    const quiet = Math.round((now - newest) / unitMs.d);
    const sentence = `${source} has brought nothing new for ${quiet} days, which is unlike it.`;
    return [{ kind: 'silent', source, sentence }];
  });
};

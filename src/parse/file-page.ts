import type { Entry } from '../core/mention.ts';
import { capped } from '../text/cap.ts';
import { terminalLine } from '../text/terminal.ts';
import { cleanEntry } from './clean.ts';
import { problemsOf } from './faults.ts';
import type { Faults } from './faults.ts';
import type { Problem } from './parsed.ts';
import type { RawEntry } from './raw-entry.ts';

/** One row of a file that a person hands us, or why it is none; `at` counts lines (in Takeout reviews) from 1. */
export type FileRow =
  | { readonly at: number; readonly item: RawEntry }
  | { readonly at: number; readonly why: string };

/** A row with something wrong: `kept` when it is an entry all the same. `why` is the end of a sentence about it. */
export type BadRow = { readonly at: number; readonly kept: boolean; readonly why: string };

/** What a file held. Every row is an entry, or bad, or both: none is lost unseen. */
export type FilePage = {
  readonly entries: readonly Entry[];
  readonly bad: readonly BadRow[];
  readonly rows: number;
  /** What is wrong with the file as a whole. */
  readonly problems: readonly Problem[];
};

/** Cleans the rows of a file, and says of each what is wrong with it. */
export const filePageOf = (
  rows: readonly FileRow[],
  problems: readonly Problem[] = [],
): FilePage => {
  const entries: Entry[] = [];
  const bad: BadRow[] = [];
  for (const row of rows) {
    if ('why' in row) {
      bad.push({ at: row.at, kept: false, why: row.why });
      continue;
    }
    const faults: Faults = new Map();
    const entry = cleanEntry(row.item, faults);
    const kept = entry !== undefined && saysSomething(entry);
    if (kept) entries.push(entry);
    for (const why of kept ? lossesOf(row.item, entry, faults) : [saysNothing])
      bad.push({ at: row.at, kept, why });
  }
  return { entries, bad, rows: rows.length, problems };
};

const saysNothing = 'there are no words and no stars in it';

/** A name and a date alone are no mention. */
const saysSomething = ({ text, title, rating }: Entry): boolean =>
  text !== '' || title !== undefined || rating !== undefined;

const lossesOf = (item: RawEntry, entry: Entry, faults: Faults): readonly string[] => {
  const [date] = item.published;
  const rating = item.rating?.value;
  return [
    ...(date !== undefined && entry.publishedAt === undefined
      ? [`the date "${shown(date)}" cannot be read, so it counts as new`]
      : []),
    ...(rating !== undefined && entry.rating === undefined
      ? [`the rating "${shown(rating)}" cannot be read`]
      : []),
    ...problemsOf(faults).map(({ message }) => message.replace(/\.$/, '')),
  ];
};

const shown = (cell: string): string => capped(terminalLine(cell), 30);

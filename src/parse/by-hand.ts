import type { ByHand, HandField } from '../core/by-hand.ts';
import type { Entry } from '../core/mention.ts';
import { fingerprint } from '../text/hash.ts';
import { httpUrl } from '../text/http-url.ts';
import { cleanEntry } from './clean.ts';
import { parseDateIn } from './csv-dates.ts';
import { parseDate } from './dates.ts';
import { parseRating } from './rating.ts';

/** What was typed as an entry, or the field that cannot be read and why. */
export type ReadByHand =
  | { readonly ok: true; readonly entry: Entry }
  | { readonly ok: false; readonly field: HandField; readonly problem: string };

/** Reads what a person typed or pasted of one mention; dates may be written as review sites do ("3 weeks ago"). */
export const parseByHand = (typed: ByHand, now: Date): ReadByHand => {
  const [words, who, stars, when, link] = [
    typed.words.trim(),
    typed.who.trim(),
    typed.stars.trim(),
    typed.when.trim(),
    typed.link.trim(),
  ];
  if (stars !== '' && parseRating(stars) === undefined)
    return wrong('stars', 'Stars are 1 to 5, as in 4, 4/5 or ★★★★.');
  if (words === '' && stars === '') return wrong('words', 'Paste the words, or give the stars.');
  const at = when === '' ? now.toISOString() : dateOf(when, now);
  if (at === undefined)
    return wrong(
      'when',
      'This date is not understood; write 2026-11-18, yesterday or 3 weeks ago.',
    );
  if (Date.parse(at) > now.getTime()) return wrong('when', 'This date is in the future.');
  if (link !== '' && !httpUrl(link)) return wrong('link', 'A link begins with http or https.');
  const entry = cleanEntry(
    {
      // Reviews of one page share its address, so each is known by its own words.
      id: fingerprint(`${who}\n${words}\n${stars}`.toLowerCase().replace(/\s+/g, ' ')),
      links: link === '' ? [] : [link],
      title: words === '' ? { as: 'text', value: `Rated ${stars}, without a comment` } : undefined,
      texts: [{ as: 'text', value: words }],
      author: who === '' ? undefined : who,
      publisher: undefined,
      published: [at],
      updated: [],
      rating: stars === '' ? undefined : { value: stars },
      kind: 'review',
    },
    new Map(),
  );
  return entry ? { ok: true, entry } : wrong('words', 'Nothing that can be read is left of this.');
};

const wrong = (field: HandField, problem: string): ReadByHand => ({ ok: false, field, problem });

const minute = 60_000;
const spans: Readonly<Record<string, number>> = {
  minute,
  min: minute,
  hour: 60 * minute,
  day: 24 * 60 * minute,
  week: 7 * 24 * 60 * minute,
  month: 30 * 24 * 60 * minute,
  year: 365 * 24 * 60 * minute,
};

/** As ISO 8601 in UTC; a day without a time is taken at noon, which is the same day in every office. */
const dateOf = (written: string, now: Date): string | undefined => {
  const text = written.toLowerCase().replace(/^edited\s+/, '');
  if (/^(?:now|just now|today)$/.test(text)) return now.toISOString();
  if (text === 'yesterday') return new Date(now.getTime() - (spans['day'] ?? 0)).toISOString();
  const [, count, unit = ''] =
    /^(an?|\d{1,3})\s+(minute|min|hour|day|week|month|year)s?\s+ago$/.exec(text) ?? [];
  const span = spans[unit];
  if (count !== undefined && span !== undefined)
    return new Date(now.getTime() - (Number(count) || 1) * span).toISOString();
  const date = parseDateIn(written, 'month-first') ?? parseDate(written);
  if (date === undefined || !date.endsWith('T00:00:00.000Z') || written.includes(':')) return date;
  const noon = Date.parse(date) + 12 * 60 * minute;
  return new Date(Math.min(noon, Math.max(Date.parse(date), now.getTime()))).toISOString();
};

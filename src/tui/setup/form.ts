import { lineOf } from '../line-editor.ts';
import type { Line } from '../line-editor.ts';
import type { Size } from '../state.ts';

export type FieldId =
  | 'name'
  | 'aliases'
  | 'clinicians'
  | 'place'
  | 'phone'
  | 'hours'
  | 'timezone'
  | 'minutes';

export type Field = {
  readonly id: FieldId;
  readonly label: string;
  readonly hint: string;
  readonly line: Line;
};

/** A feed of a catalogue that may be followed. */
export type Offer = {
  readonly folder: string;
  readonly title: string;
  readonly url: string;
  readonly chosen: boolean;
};

/** The set-up as it is being filled in: fields, then offers, then the line that writes it. */
export type Form = {
  readonly fields: readonly Field[];
  readonly offers: readonly Offer[];
  /** Which line the cursor is on, counted over fields, offers and the last line. */
  readonly at: number;
  readonly size: Size;
  readonly step: 'filling' | 'leaving';
  readonly problem?: string;
};

/** What was filled in; lists are taken apart at commas. */
export type Filled = {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly clinicians: readonly string[];
  readonly place: string;
  readonly phone: string;
  readonly hours: string;
  readonly timezone: string;
  readonly minutes: number;
  readonly feeds: readonly Offer[];
};

export type Known = Partial<Readonly<Record<FieldId, string>>>;

const asked: readonly Omit<Field, 'line'>[] = [
  { id: 'name', label: 'Practice', hint: 'as it is written on the door' },
  { id: 'aliases', label: 'Also called', hint: 'other names people use, with commas between' },
  { id: 'clinicians', label: 'Clinicians', hint: 'as patients write them, with commas between' },
  { id: 'place', label: 'Place', hint: 'town and state, to tell namesakes apart' },
  { id: 'phone', label: 'Phone', hint: 'the number that replies refer people to' },
  { id: 'hours', label: 'Office hours', hint: 'as in Mon-Fri 08:00-17:00, Sat 09:00-12:00' },
  { id: 'timezone', label: 'Time zone', hint: 'as in America/New_York' },
  { id: 'minutes', label: 'Minutes a week', hint: 'that replies may take; listen guards them' },
];

/** The form with what is known already. */
export const emptyForm = (
  known: Known,
  offers: readonly Omit<Offer, 'chosen'>[],
  size: Size,
): Form => ({
  fields: asked.map(field => ({ ...field, line: lineOf(known[field.id] ?? '') })),
  offers: offers.map(offer => ({ ...offer, chosen: false })),
  at: 0,
  size,
  step: 'filling',
});

/** The last line, below fields and offers. */
export const lastLine = ({ fields, offers }: Form): number => fields.length + offers.length;

/** Reads the form; the number of a line and a sentence where something is missing or wrong. */
export const read = (
  form: Form,
):
  | { readonly ok: true; readonly filled: Filled }
  | { readonly ok: false; readonly at: number; readonly problem: string } => {
  const text = (id: FieldId) => form.fields.find(field => field.id === id)?.line.text.trim() ?? '';
  const wrong = (id: FieldId, problem: string) => ({
    ok: false as const,
    at: form.fields.findIndex(field => field.id === id),
    problem,
  });
  if (text('name') === '') return wrong('name', 'The practice needs a name.');
  const timezone = text('timezone') || 'America/New_York';
  if (!isTimezone(timezone)) return wrong('timezone', `"${timezone}" is no time zone.`);
  const minutes = Number(text('minutes') || '240');
  if (!(minutes > 0)) return wrong('minutes', 'Minutes a week must be a number above zero.');
  return {
    ok: true,
    filled: {
      name: text('name'),
      aliases: list(text('aliases')),
      clinicians: list(text('clinicians')),
      place: text('place'),
      phone: text('phone'),
      hours: text('hours') || 'Mon-Fri 08:00-17:00',
      timezone,
      minutes,
      feeds: form.offers.filter(offer => offer.chosen),
    },
  };
};

const list = (text: string): readonly string[] =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');

const isTimezone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format(0);
    return true;
  } catch {
    return false;
  }
};

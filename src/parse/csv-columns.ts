import { fold } from '../text/fold.ts';

/** What a column of a review export can be. */
export const columnMeanings = [
  'text',
  'title',
  'rating',
  'date',
  'author',
  'url',
  'id',
  'source',
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

/** Which column (counted from 0) holds what. */
export type Columns = { readonly [Meaning in ColumnMeaning]?: number };

/** Headings that exports use, whole or in part, best first; folded, without punctuation. */
const headings: Record<ColumnMeaning, readonly string[]> = {
  text: [
    'review text',
    'review body',
    'review content',
    'comment',
    'comments',
    'review',
    'text',
    'body',
    'message',
    'content',
    'feedback',
    'description',
    'comentario',
    'kommentar',
    'avis',
  ],
  title: ['review title', 'title', 'headline', 'subject', 'titulo', 'titel', 'titre'],
  rating: [
    'star rating',
    'review rating',
    'rating',
    'stars',
    'score',
    'overall',
    'estrellas',
    'bewertung',
    'note',
  ],
  date: [
    'review date',
    'date created',
    'created at',
    'published at',
    'published',
    'date',
    'created',
    'posted',
    'time',
    'timestamp',
    'when',
    'submitted',
    'fecha',
    'datum',
  ],
  author: [
    'reviewer name',
    'reviewer',
    'author name',
    'author',
    'user name',
    'username',
    'customer name',
    'patient name',
    'patient',
    'customer',
    'name',
    'from',
    'autor',
    'nombre',
  ],
  url: ['review url', 'review link', 'permalink', 'link', 'url', 'enlace'],
  id: ['review id', 'id', 'guid', 'reference'],
  source: ['review site', 'source', 'site', 'platform', 'channel', 'network', 'fuente', 'quelle'],
};

/**
 * Guesses what the columns hold from their headings; an exact heading beats one that only contains the word. What is
 * `told` stays as it is.
 */
export const guessColumns = (header: readonly string[], told: Columns = {}): Columns => {
  const names = header.map(name =>
    fold(name)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  );
  const taken = new Set<number>(Object.values(told));
  const found: { [Meaning in ColumnMeaning]?: number } = { ...told };
  for (const matches of [isHeading, containsHeading])
    for (const meaning of columnMeanings)
      for (const heading of headings[meaning]) {
        const column = names.findIndex(
          (name, index) => !taken.has(index) && matches(name, heading),
        );
        if (found[meaning] !== undefined || column === -1) continue;
        found[meaning] = column;
        taken.add(column);
      }
  return found;
};

const isHeading = (name: string, heading: string): boolean => name === heading;

const containsHeading = (name: string, heading: string): boolean =>
  ` ${name} `.includes(` ${heading} `) &&
  !/\b(?:reply|response|owner|count|avg|average|total)\b/.test(name);

import { idOf } from '../core/identity.ts';
import { identify } from '../core/look-alikes.ts';
import type { Entry, Mention, MentionKind } from '../core/mention.ts';
import type { Source } from '../core/source.ts';

/** A mention that a look brought, not yet judged. */
export type Candidate = {
  readonly mention: Mention;
  readonly keys: readonly string[];
  readonly words: string;
};

/** Makes mentions of what a source gave: each with its id, its kind and a time that is not in the future. */
export const candidatesOf = (
  entries: readonly Entry[],
  source: Source,
  now: Date,
): readonly Candidate[] =>
  identify(entries.filter(saysSomething), source.id).map(({ entry, keys, words }) => ({
    keys,
    words,
    mention: mentionOf(entry, keys, source, now),
  }));

/** A name and a date alone are no mention: nobody could read it, nor judge it. */
const saysSomething = ({ text, title, url, rating }: Entry): boolean =>
  text !== '' || title !== undefined || url !== undefined || rating !== undefined;

const mentionOf = (entry: Entry, keys: readonly string[], source: Source, now: Date): Mention => {
  const { url, title, text, author, publisher, rating, language } = entry;
  return {
    id: idOf(keys),
    source: source.id,
    kind: kindOf(entry, source),
    text,
    publishedAt: dateOf(entry, now),
    seenAt: now.toISOString(),
    alsoIn: [],
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(rating === undefined ? {} : { rating }),
    ...(language === undefined ? {} : { language }),
  };
};

const kindOf = (entry: Entry, source: Source): MentionKind => {
  const told = entry.kind ?? source.items;
  if (told !== undefined) return told;
  if (entry.rating !== undefined) return 'review';
  return source.about === 'topic' ? 'headline' : 'post';
};

/** Feeds date items into the future, to stay on top or by mistake; nothing was published later than now. */
const dateOf = ({ publishedAt, updatedAt }: Entry, now: Date): string => {
  const at = Date.parse(publishedAt ?? updatedAt ?? '');
  return new Date(at <= now.getTime() ? at : now).toISOString();
};

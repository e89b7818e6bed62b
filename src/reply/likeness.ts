import { hashToken, mixHash } from '../classify/token-hash.ts';
import type { Reading } from './reading.ts';

/** How many buckets the features of a draft are hashed into; a power of two. */
export const buckets = 8192;

/** Classes that stand in for their words in some features, so that what was said of a knee is known of an elbow. */
const skeleton = [
  'condition',
  'treatment',
  'medicine',
  'test',
  'body-part',
  'coverage',
  'kin',
  'number',
  'benefit',
  'review',
  'clinic-person',
];

/** Classes whose mere presence tells something. */
const telling = [
  ...skeleton,
  'encounter',
  'remedy',
  'dose-verb',
  'selfcare',
  'detail',
  'insult',
  'sneer',
  'boast',
  'glad',
  'sorry',
  'past',
  'ing',
  'weekday',
  'month',
  'stranger',
  'patient-did',
  'care-done',
  'office-did',
];

/** The features of some sentences of a draft, as buckets, each once: words, pairs, shapes, classes, frames. */
export const likenessOf = (
  { tokens, matcher, isIn }: Reading,
  frames: readonly string[],
  sentences: readonly number[],
): readonly number[] => {
  const found = new Set<number>();
  const note = (feature: string) => found.add(mixHash(hashToken(feature)) & (buckets - 1));
  for (const sentence of sentences) {
    const { from, to } = tokens.sentences[sentence] ?? { from: 0, to: 0 };
    const words = tokens.words.slice(from, to);
    const shapes = words.map((word, at) => {
      const name = skeleton.find(one => matcher.isA(one, from + at));
      return name === undefined ? word : `@${name}`;
    });
    words.forEach((word, at) => {
      note(word);
      note(`${word} ${words[at + 1] ?? '$'}`);
      note(`s:${shapes[at] ?? ''} ${shapes[at + 1] ?? '$'}`);
      note(`t:${shapes[at] ?? ''} ${shapes[at + 1] ?? '$'} ${shapes[at + 2] ?? '$'}`);
      for (const name of telling) if (matcher.isA(name, from + at)) note(`@${name}`);
    });
    note(`^${words[0] ?? ''}`);
    note(`^${words[0] ?? ''} ${words[1] ?? ''}`);
    for (const frame of frames) if (isIn(frame, sentence)) note(`f:${frame}`);
  }
  return [...found];
};

import { hashToken, mixHash } from '../classify/token-hash.ts';
import type { Answered, Reading } from './reading.ts';

/** How many buckets the features of a draft are hashed into; a power of two. */
export const buckets = 32768;

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
  'you',
  'us',
  'third',
  'money',
  'outcome',
];

/** What a sentence is like, as buckets, each once: words and their beginnings and ends, pairs, classes, frames. */
export const likenessOf = (
  { tokens, matcher, isIn }: Reading,
  frames: readonly string[],
  sentence: number,
): ReadonlySet<number> => {
  const found = new Set<number>();
  const { from, to } = tokens.sentences[sentence] ?? { from: 0, to: 0 };
  const last = { word: end, shape: end };
  for (let at = to - 1; at >= from; at--) {
    const word = tokens.words[at] ?? '';
    const hash = hashToken(word);
    const beginnings = matcher.mayBegin(at);
    const isA = (name: string) => beginnings.has(name) && matcher.isA(name, at);
    const among = telling.filter(isA);
    const shape = skeleton.find(name => among.includes(name));
    const shapeHash = shape === undefined ? hash : hashToken(`@${shape}`);
    found.add(bucketOf(hash));
    found.add(bucketOfPair('pair', hash, last.word));
    found.add(bucketOfPair('shapes', shapeHash, last.shape));
    for (const name of among) found.add(bucketOf(hashToken(`@${name}`)));
    if (word.length >= 5) {
      found.add(bucketOf(hashToken(`p:${word.slice(0, 4)}`)));
      found.add(bucketOf(hashToken(`p:${word.slice(0, 5)}`)));
      found.add(bucketOf(hashToken(`e:${word.slice(-3)}`)));
    }
    last.word = hash;
    last.shape = shapeHash;
  }
  found.add(bucketOf(hashToken(`^${tokens.words[from] ?? ''}`)));
  found.add(
    bucketOfPair(
      'start',
      last.word,
      hashToken(from + 1 < to ? (tokens.words[from + 1] ?? '') : '$'),
    ),
  );
  for (const frame of frames)
    if (isIn(frame, sentence)) found.add(bucketOf(hashToken(`f:${frame}`)));
  return found;
};

/** What the answered text adds: whether it asks. That there is one tells nothing, since scripts may leave it out. */
export const likenessOfAnswered = (mention: Answered | undefined): readonly number[] =>
  mention && `${mention.title ?? ''}\n${mention.text}`.includes('?')
    ? [bucketOf(hashToken('m:?'))]
    : [];

const end = hashToken('$');
const salts = { pair: 0x9e3779b1, shapes: 0x7feb352d, start: 0x2c1b3c6d } as const;

const bucketOf = (hash: number): number => mixHash(hash) & (buckets - 1);

/** The order of the two counts. */
const bucketOfPair = (kind: keyof typeof salts, one: number, other: number): number =>
  bucketOf(Math.imul(one ^ salts[kind], 0x01000193) ^ Math.imul(other, 0x85ebca6b));

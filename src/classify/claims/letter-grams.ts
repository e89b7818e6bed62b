/** How alike two texts are by their runs of four letters, weighted by how rare a run is: 0 to 1. */
export type LetterGrams = {
  readonly read: (letters: string) => Grams;
  readonly alike: (query: Grams, index: number) => number;
};

export type Grams = { readonly weights: ReadonlyMap<number, number>; readonly norm: number };

const runLength = 4;
/** Runs are hashed into so many buckets; at 100,000 different runs few that matter collide. */
const buckets = 1 << 18;

/** Counts in how many texts each run occurs; the texts' own runs are read again when they are compared. */
export const createLetterGrams = (texts: readonly string[]): LetterGrams => {
  const held = new Uint32Array(buckets);
  for (const text of texts)
    for (const gram of new Set(gramsOf(text))) held[gram] = (held[gram] ?? 0) + 1;
  const read = (letters: string): Grams => {
    const weights = new Map<number, number>();
    for (const gram of gramsOf(letters)) weights.set(gram, (weights.get(gram) ?? 0) + 1);
    let squares = 0;
    for (const [gram, count] of weights) {
      const rarity = Math.log(1 + texts.length / ((held[gram] ?? 0) + 0.5));
      const weight = (1 + Math.log(count)) * rarity;
      weights.set(gram, weight);
      squares += weight * weight;
    }
    return { weights, norm: Math.sqrt(squares) };
  };
  return { read, alike: (query, index) => cosine(query, read(texts[index] ?? '')) };
};

const cosine = (a: Grams, b: Grams): number => {
  let dot = 0;
  const [short, long] = a.weights.size < b.weights.size ? [a, b] : [b, a];
  for (const [gram, weight] of short.weights) dot += weight * (long.weights.get(gram) ?? 0);
  return dot === 0 ? 0 : dot / (a.norm * b.norm);
};

/** The runs of each word with a space on either side. */
const gramsOf = (text: string): readonly number[] => {
  const grams: number[] = [];
  for (const word of text.split(' ')) {
    const padded = ` ${word} `;
    const last = Math.max(0, padded.length - runLength);
    for (let at = 0; at <= last; at++) grams.push(hash(padded, at, at + runLength));
  }
  return grams;
};

const hash = (text: string, from: number, to: number): number => {
  let value = 0x811c9dc5;
  for (let at = from; at < to && at < text.length; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) & (buckets - 1);
};

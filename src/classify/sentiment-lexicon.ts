import { hashToken } from './token-hash.ts';

/** What a word does in a sentence: its polarity (-3 to 3), whether it negates what follows, whether it ends a clause. */
export type Role = {
  readonly polarity: number;
  readonly negates: boolean;
  readonly closes: boolean;
};

/** Open addressing by token hash, so that a lookup costs no string hashing. */
export type SentimentLexicon = {
  readonly mask: number;
  readonly keys: Int32Array;
  readonly roles: readonly Role[];
  readonly slots: Uint8Array;
};

const nothing: Role = { polarity: 0, negates: false, closes: false };

/** Reads lines like `+2 kind gentle` and `negates not never`; words are separated by white space, `#` starts a comment. */
export const parseSentimentLexicon = (text: string): SentimentLexicon => {
  const roles: Role[] = [nothing];
  const words: [hash: number, role: number][] = [];
  for (const line of text.split('\n')) {
    const [head, ...rest] = line.trim().split(/\s+/);
    if (!head || head.startsWith('#')) continue;
    const role = roles.push(roleNamed(head)) - 1;
    for (const word of rest) words.push([hashToken(word), role]);
  }
  const size = 2 ** Math.ceil(Math.log2(words.length * 2 + 2));
  const lexicon = {
    mask: size - 1,
    keys: new Int32Array(size),
    roles,
    slots: new Uint8Array(size),
  };
  for (const [hash, role] of words) {
    const slot = slotOf(lexicon, hash);
    lexicon.keys[slot] = hash;
    lexicon.slots[slot] = role;
  }
  return lexicon;
};

const roleNamed = (head: string): Role => {
  if (head === 'negates') return { ...nothing, negates: true };
  if (head === 'closes') return { ...nothing, closes: true };
  return { ...nothing, polarity: Number(head) };
};

const slotOf = ({ mask, keys, slots }: SentimentLexicon, hash: number): number => {
  let slot = (hash ^ (hash >>> 15)) & mask;
  while (slots[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
};

/** The role of a word, by its hash. */
export const roleOf = (lexicon: SentimentLexicon, hash: number): Role =>
  lexicon.roles[lexicon.slots[slotOf(lexicon, hash)] ?? 0] ?? nothing;

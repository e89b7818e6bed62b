import { hashTable, lookUp } from './hash-table.ts';
import type { HashTable } from './hash-table.ts';
import { hashToken } from './token-hash.ts';

/** What a word does in a sentence: its polarity (-3 to 3), whether it negates what follows, whether it ends a clause. */
export type Role = {
  readonly polarity: number;
  readonly negates: boolean;
  readonly closes: boolean;
};

/** Roles by the hash of the word. */
export type SentimentLexicon = HashTable<Role>;

const nothing: Role = { polarity: 0, negates: false, closes: false };

/** Reads lines like `+2 kind gentle` and `negates not never`; words are separated by white space, `#` starts a comment. */
export const parseSentimentLexicon = (text: string): SentimentLexicon => {
  const roles = new Map<number, Role>();
  for (const line of text.split('\n')) {
    const [head, ...words] = line.trim().split(/\s+/);
    if (!head || head.startsWith('#')) continue;
    const role = roleNamed(head);
    for (const word of words) roles.set(hashToken(word), role);
  }
  return hashTable(roles);
};

const roleNamed = (head: string): Role => {
  if (head === 'negates') return { ...nothing, negates: true };
  if (head === 'closes') return { ...nothing, closes: true };
  return { ...nothing, polarity: Number(head) };
};

/** The role of a word, by its hash. */
export const roleOf = (lexicon: SentimentLexicon, hash: number): Role =>
  lookUp(lexicon, hash) ?? nothing;

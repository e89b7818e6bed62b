import { topicIds } from '../core/verdict.ts';
import type { TopicId } from '../core/verdict.ts';
import type { Document } from './document.ts';
import { hashTable, lookUp } from './hash-table.ts';
import type { HashTable } from './hash-table.ts';
import { hashToken } from './token-hash.ts';

/** Phrases that speak of topics, found by the hash of their words. */
export type TopicLexicon = {
  /** The most words that a phrase beginning with this word has. */
  readonly firsts: HashTable<number>;
  readonly phrases: HashTable<readonly Entry[]>;
};

type Entry = { readonly topic: number; readonly strength: number };

/** Words of a document that speak of a topic: tokens `from` up to but not including `to`; strength 1 (a hint) to 3. */
export type TopicHit = Entry & { readonly from: number; readonly to: number };

/** What `~` after a stem stands for. */
const endings =
  ' s es d ed ing e is y er ers ist ists ation ations ical ized ised ive al ed ling led'.split(' ');

/** Reads lines like `waiting 3: waiting room, wait~`; `#` starts a comment. Throws on a topic that is not one. */
export const parseTopicLexicon = (text: string): TopicLexicon => {
  const firsts = new Map<number, number>();
  const phrases = new Map<number, Entry[]>();
  for (const line of text.split('\n')) {
    const [, name, strength, list] = /^([a-z-]+) ([123]): (.+)$/.exec(line) ?? [];
    if (list === undefined) continue;
    const topic = topicIds.indexOf(name as TopicId);
    if (topic < 0) throw new Error(`The topic lexicon speaks of "${name}", which is no topic.`);
    for (const phrase of list.split(', ').flatMap(expanded)) {
      const words = phrase.split(/[ /-]+/).filter(word => word !== '');
      const [first, ...others] = words.map(hashToken);
      if (first === undefined) continue;
      firsts.set(first, Math.max(firsts.get(first) ?? 0, words.length));
      const key = others.reduce(joined, first);
      const entries = phrases.get(key) ?? [];
      entries.push({ topic, strength: Number(strength) });
      phrases.set(key, entries);
    }
  }
  return { firsts: hashTable(firsts), phrases: hashTable(phrases) };
};

const expanded = (phrase: string): readonly string[] =>
  phrase.includes('~') ? endings.map(ending => phrase.replace('~', ending)) : [phrase];

const joined = (hash: number, word: number): number => Math.imul(hash, 0x01000193) ^ word;

/** Everything in a document that the lexicon knows, in reading order; `hashes` are those of its tokens. */
export const findTopicHits = (
  { firsts, phrases }: TopicLexicon,
  { tokens, titleTokens }: Document,
  hashes: Int32Array,
): readonly TopicHit[] => {
  const hits: TopicHit[] = [];
  for (let from = 0; from < tokens.length; from++) {
    const longest = lookUp(firsts, hashes[from] as number);
    if (longest === undefined) continue;
    const end = from < titleTokens ? titleTokens : tokens.length;
    let key = hashes[from] as number;
    for (let to = from + 1, words = 1; ; words++) {
      for (const { topic, strength } of lookUp(phrases, key) ?? [])
        hits.push({ topic, strength, from, to });
      while (to < end && isJoint(tokens[to])) to++;
      if (words === longest || to >= end) break;
      key = joined(key, hashes[to] as number);
      to++;
    }
  }
  return hits;
};

/** Whether some words tell of how somebody was treated, and not only of health. */
export const speaksOfCare = (hits: readonly TopicHit[]): boolean => {
  let strength = 0;
  for (const hit of hits)
    if (hit.topic < firstSubject && hit.strength > 1) strength += hit.strength;
  return strength >= 3;
};

/** Before it in `topicIds` stands experience of care, from it on health subjects. */
export const firstSubject = topicIds.indexOf('vaccines');

const isJoint = (token: string | undefined): boolean => token === '-' || token === '/';

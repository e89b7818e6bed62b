import type { Condition } from './lexicon.ts';
import { areHeld, isTrigger, tryAt } from './matcher.ts';
import type { Compiled, Trigger } from './matcher.ts';
import type { Program } from './program.ts';
import { isHeld } from './vocabulary.ts';
import type { Vocabulary, WordBits } from './vocabulary.ts';
import type { Words } from './words.ts';

/** A condition, made ready once for all rules that share it. */
export type Conditioned = {
  readonly kind: Condition['kind'];
  readonly number: number;
  readonly patterns: readonly Compiled[];
  /** The words at which any of the patterns is tried. */
  readonly trigger: Trigger;
};

/** A text with the classes of all words of each sentence, as bits. */
export type Sentences<Word extends WordBits = WordBits> = Words<Word> & {
  readonly held: readonly Uint32Array[];
};

export const condition = (
  kind: Condition['kind'],
  number: number,
  patterns: readonly Compiled[],
  vocabulary: Vocabulary,
): Conditioned => {
  const words = patterns.flatMap(({ trigger }) => trigger.words ?? []);
  const trigger = {
    words: words.length > 0 ? vocabulary.together(words) : undefined,
    number: patterns.some(pattern => pattern.trigger.number),
  };
  return { kind, number, patterns, trigger };
};

/** Whether the conditions of a rule hold for a match in this sentence. */
export type AreMet = (conditions: readonly Conditioned[], sentence: number) => boolean;

const unknown = 0;
const yes = 1;
const no = 2;

/** Each condition is read once a sentence at most: many rules share them. */
export const readConditions = (text: Sentences, program: Program, count: number): AreMet => {
  // The border after the last sentence counts as one of its own.
  const sentences = text.borders.length;
  let answers: Uint8Array | undefined;
  const isMet = (one: Conditioned, sentence: number): boolean => {
    const place = one.number * sentences + sentence;
    answers ??= new Uint8Array(count * sentences);
    const known = answers[place];
    if (known !== unknown) return known === yes;
    const occurring = occurs(one, text, program, sentence);
    answers[place] = occurring ? yes : no;
    return occurring;
  };
  const isMetAnywhere = (one: Conditioned): boolean => {
    for (let sentence = 0; sentence + 1 < sentences; sentence++)
      if (isMet(one, sentence)) return true;
    return false;
  };
  const allows = (one: Conditioned, all: readonly Conditioned[], sentence: number): boolean => {
    switch (one.kind) {
      case 'and':
        return isMet(one, sentence);
      case 'with':
        return isMetAnywhere(one);
      case 'unless':
        return !isMet(one, sentence);
      case 'never':
        return !isMetAnywhere(one);
      case 'past': {
        if (!isMet(one, sentence)) return true;
        const now = all.find(({ kind }) => kind === 'now');
        return now !== undefined && isMet(now, sentence);
      }
      case 'now':
        return true;
      default:
        return one.kind satisfies never;
    }
  };
  return (all, sentence) => {
    for (const one of all) if (!allows(one, all, sentence)) return false;
    return true;
  };
};

const occurs = (
  { patterns, trigger }: Conditioned,
  { list, borders, held }: Sentences,
  program: Program,
  sentence: number,
): boolean => {
  const here = held[sentence];
  if (here === undefined) return false;
  if (!trigger.number && (trigger.words === undefined || !isHeld(here, trigger.words)))
    return false;
  const end = borders[sentence + 1] ?? list.length;
  for (let at = borders[sentence] ?? 0; at < end; at++) {
    const word = list[at];
    if (word === undefined || !isTrigger(trigger, word)) continue;
    for (const pattern of patterns)
      if (
        isTrigger(pattern.trigger, word) &&
        areHeld(pattern.needs, here) &&
        tryAt(pattern, program, list, at)
      )
        return true;
  }
  return false;
};

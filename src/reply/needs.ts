import type { Vocabulary } from './lexicon.ts';
import type { Phrase, Step } from './phrase.ts';

/** What must stand in a sentence for a phrase to be found there: of each list, at least one word or `@class`. */
export type Needs = readonly (readonly string[])[];

/** Looked up before a phrase is followed word by word; most phrases lack something and cost no more than that. */
export const needsOf = (phrase: Phrase, vocabulary: Vocabulary): Needs =>
  phrase.flatMap((step): Needs => {
    if (step.kind === 'row') return needsOf(step.of, vocabulary);
    const one = needOf(step, vocabulary);
    return one ? [one] : [];
  });

/** The words and classes of which one must be there; undefined when that cannot be said beforehand. */
const needOf = (step: Step, vocabulary: Vocabulary): readonly string[] | undefined => {
  switch (step.kind) {
    case 'word':
      return [step.text];
    case 'class':
      return vocabulary.open.has(step.name) ? undefined : [`@${step.name}`];
    case 'either': {
      const { words, stems, classes, rest } = step;
      if (stems.set.size > 0 || classes.some(name => vocabulary.open.has(name))) return undefined;
      const others = rest.map(one => needOf(one, vocabulary));
      if (others.includes(undefined)) return undefined;
      return [...words, ...classes.map(name => `@${name}`), ...others.flatMap(one => one ?? [])];
    }
    case 'row':
      return step.of.map(one => needOf(one, vocabulary)).find(one => one !== undefined);
    case 'not':
    case 'maybe':
    case 'gap':
    case 'start':
    case 'end':
      return undefined;
    default:
      return step satisfies never;
  }
};

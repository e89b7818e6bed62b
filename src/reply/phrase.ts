/**
 * The small language in which policy says what to look for, over tokens within one sentence:
 * `word`, `stem*`, `@class`, `a|b`, `a_row|of_words`, `!x` (not x here), `x?` (may be missing), `..3` (up to three words, no punctuation
 * between), `~3` (up to three tokens of any kind), `^` and `$` (sentence start and end), and `\\$` for a mark that would otherwise mean something.
 */
export type Step =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'stem'; readonly text: string }
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'either'; readonly of: readonly Step[] }
  | { readonly kind: 'row'; readonly of: readonly Step[] }
  | { readonly kind: 'not'; readonly step: Step }
  | { readonly kind: 'maybe'; readonly step: Step }
  | { readonly kind: 'gap'; readonly most: number; readonly crosses: boolean }
  | { readonly kind: 'start' | 'end' };

export type Phrase = readonly Step[];

/** Longer gaps would tie together words that have nothing to do with each other, and cost time. */
const widestGap = 9;

/** Reads a phrase; throws an Error with one sentence when it is not well formed. */
export const parsePhrase = (written: string): Phrase => {
  const steps = written.trim().split(/\s+/).map(parseStep);
  if (steps.every(step => step.kind === 'gap' || step.kind === 'maybe' || step.kind === 'not'))
    throw new Error(`The phrase "${written}" would match anything; write at least one word in it.`);
  return steps;
};

const parseStep = (written: string): Step => {
  if (written === '^') return { kind: 'start' };
  if (written === '$') return { kind: 'end' };
  if (written.length > 1 && written.startsWith('\\'))
    return { kind: 'word', text: written.slice(1) };
  const [, dots, most] = /^(\.\.|~)(\d)$/.exec(written) ?? [];
  if (dots !== undefined)
    return { kind: 'gap', most: Math.min(Number(most), widestGap), crosses: dots === '~' };
  if (written.length > 1 && written.startsWith('!'))
    return { kind: 'not', step: parseStep(written.slice(1)) };
  if (written.length > 1 && written.endsWith('?'))
    return { kind: 'maybe', step: parseStep(written.slice(0, -1)) };
  if (written.length > 1 && written.includes('|')) {
    const of = written.split('|').map(parseStep);
    return { kind: 'either', of };
  }
  if (written.length > 1 && written.includes('_'))
    return { kind: 'row', of: written.split('_').map(parseStep) };
  if (written.length > 1 && written.startsWith('@'))
    return { kind: 'class', name: written.slice(1) };
  if (written.length > 2 && written.endsWith('*'))
    return { kind: 'stem', text: written.slice(0, -1).toLowerCase() };
  return { kind: 'word', text: written.toLowerCase() };
};

/** The classes that a phrase mentions, for checking that each of them exists. */
export const classesIn = (phrase: Phrase): readonly string[] =>
  phrase.flatMap(step => {
    switch (step.kind) {
      case 'class':
        return [step.name];
      case 'either':
      case 'row':
        return classesIn(step.of);
      case 'not':
      case 'maybe':
        return classesIn([step.step]);
      case 'word':
      case 'stem':
      case 'gap':
      case 'start':
      case 'end':
        return [];
      default:
        return step satisfies never;
    }
  });

/**
 * The small language in which policy says what to look for, over tokens within one sentence:
 * `word`, `stem*`, `@class`, `a|b`, `a_row|of_words`, `!x` (not x here), `x?` (may be missing), `..3` (up to three words,
 * no punctuation between), `~3` (up to three tokens of any kind), `^` and `$` (sentence start and end), and `\$` for a
 * mark that would otherwise mean something.
 */
export type Step =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'class'; readonly name: string }
  | ({ readonly kind: 'either' } & Choice)
  | { readonly kind: 'row'; readonly of: Phrase }
  | { readonly kind: 'not'; readonly step: Step }
  | { readonly kind: 'maybe'; readonly step: Step }
  | { readonly kind: 'gap'; readonly most: number; readonly crosses: boolean }
  | { readonly kind: 'start' | 'end' };

export type Phrase = readonly Step[];

/** Alternatives sorted by how they are looked up: words and stems by hash, the rest one by one. */
export type Choice = {
  readonly words: ReadonlySet<string>;
  readonly stems: Stems;
  readonly classes: readonly string[];
  readonly rest: readonly Step[];
};

/** Beginnings of words, and the lengths that they have. */
export type Stems = { readonly lengths: readonly number[]; readonly set: ReadonlySet<string> };

/** Whether a word begins with one of the stems. */
export const startsWithStem = (word: string, { lengths, set }: Stems): boolean => {
  for (const length of lengths)
    if (word.length >= length && set.has(word.slice(0, length))) return true;
  return false;
};

/** Stems ready to be looked up. */
export const stemsOf = (stems: readonly string[]): Stems => ({
  lengths: [...new Set(stems.map(stem => stem.length))].toSorted((a, b) => a - b),
  set: new Set(stems),
});

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
  if (written.length === 1) return { kind: 'word', text: written.toLowerCase() };
  const [, dots, most] = /^(\.\.|~)(\d)$/.exec(written) ?? [];
  if (dots !== undefined) return { kind: 'gap', most: Number(most), crosses: dots === '~' };
  if (written.startsWith('!')) return { kind: 'not', step: parseStep(written.slice(1)) };
  if (written.includes('|')) return parseEither(written);
  if (written.startsWith('\\')) return { kind: 'word', text: written.slice(1) };
  if (written.endsWith('?')) return { kind: 'maybe', step: parseStep(written.slice(0, -1)) };
  if (written.includes('_')) return { kind: 'row', of: written.split('_').map(parseStep) };
  if (written.startsWith('@')) return { kind: 'class', name: written.slice(1) };
  if (written.endsWith('*')) return choiceOf([written]);
  return { kind: 'word', text: written.toLowerCase() };
};

const parseEither = (written: string): Step => {
  if (/[^\\|]\?$/.test(written)) return { kind: 'maybe', step: parseStep(written.slice(0, -1)) };
  return choiceOf(written.split('|'));
};

const choiceOf = (alternatives: readonly string[]): Step => {
  const stems = alternatives.filter(one => /^[^@!\\_?]{2,}\*$/.test(one));
  const others = alternatives.filter(one => !stems.includes(one)).map(parseStep);
  return {
    kind: 'either',
    words: new Set(others.flatMap(step => (step.kind === 'word' ? [step.text] : []))),
    stems: stemsOf(stems.map(stem => stem.slice(0, -1).toLowerCase())),
    classes: others.flatMap(step => (step.kind === 'class' ? [step.name] : [])),
    rest: others.filter(step => step.kind !== 'word' && step.kind !== 'class'),
  };
};

/** The classes that a phrase mentions, for checking that each of them exists. */
export const classesIn = (phrase: Phrase): readonly string[] =>
  phrase.flatMap(step => {
    switch (step.kind) {
      case 'class':
        return [step.name];
      case 'either':
        return [...step.classes, ...classesIn(step.rest)];
      case 'row':
        return classesIn(step.of);
      case 'not':
      case 'maybe':
        return classesIn([step.step]);
      case 'word':
      case 'gap':
      case 'start':
      case 'end':
        return [];
      default:
        return step satisfies never;
    }
  });

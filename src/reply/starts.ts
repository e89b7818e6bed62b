import type { Step } from './phrase.ts';

/** One thing that a step can begin with. */
export type Start =
  | { readonly kind: 'word' | 'stem' | 'class'; readonly text: string }
  | { readonly kind: 'start' };

/** All that a step can begin with; undefined when that is anything. */
export const startsOf = (step: Step | undefined): readonly Start[] | undefined => {
  switch (step?.kind) {
    case 'word':
      return [step];
    case 'class':
      return [{ kind: 'class', text: step.name }];
    case 'start':
      return [{ kind: 'start' }];
    case 'row':
      return startsOf(step.of[0]);
    case 'either': {
      const rest = step.rest.map(startsOf);
      if (rest.includes(undefined)) return undefined;
      return [
        ...[...step.words].map(text => ({ kind: 'word' as const, text })),
        ...[...step.stems.set].map(text => ({ kind: 'stem' as const, text })),
        ...step.classes.map(text => ({ kind: 'class' as const, text })),
        ...rest.flatMap(starts => starts ?? []),
      ];
    }
    case 'not':
    case 'maybe':
    case 'gap':
    case 'end':
    case undefined:
      return undefined;
    default:
      return step satisfies never;
  }
};

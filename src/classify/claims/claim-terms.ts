import type { Claim, Concepts } from './claim.ts';
import { lightStem } from './light-stem.ts';
import { conceptsByWord, isIdle } from './wording.ts';

/** Numbers for the terms of claims, where words that mean the same are one term. */
export type ClaimTerms = {
  readonly ofClaim: (claim: Claim) => ReadonlySet<number>;
  readonly of: (text: string) => ReadonlySet<number>;
  /** The number of a token's term: 0 when it tells nothing, -1 when no claim holds it. */
  readonly known: (token: string) => number;
  /** One more than the highest number. */
  readonly count: () => number;
  /** Terms that name a subject of health. */
  readonly subjects: () => ReadonlySet<number>;
};

export const createClaimTerms = (concepts: Concepts): ClaimTerms => {
  const conceptOf = conceptsByWord(concepts);
  const numbers = new Map<string, number>();
  const number = (term: string): number => {
    const held = numbers.get(term);
    if (held !== undefined) return held;
    numbers.set(term, numbers.size + 1);
    return numbers.size;
  };
  const named = (word: string): string | undefined => {
    const bare = word.startsWith('#') ? word.slice(1) : word;
    if (isIdle(bare) || denial.test(bare) || !/[\p{L}\p{N}]{2}/u.test(bare)) return undefined;
    const stem = lightStem(bare);
    const term = conceptOf.get(stem) ?? stem;
    return term === '@not' ? undefined : term;
  };
  const of = (text: string): Set<number> => {
    const words =
      text
        .toLowerCase()
        .replaceAll('\u2019', "'")
        .match(/[\p{L}\p{N}']+/gu) ?? [];
    return new Set(words.flatMap(word => numbered(named(word))));
  };
  const numbered = (term: string | undefined) => (term === undefined ? [] : [number(term)]);
  return {
    of,
    ofClaim: ({ claim, says, match }) => {
      const terms = of([claim, ...says].join(' '));
      for (const pattern of match)
        for (const part of pattern.split(/[ |]/)) {
          if (/^(?:[>?~!].*)?$/.test(part) || part === '@not') continue;
          if (part.startsWith('@')) terms.add(number(part));
          else for (const term of of(part.replaceAll('_', ' '))) terms.add(term);
        }
      return terms;
    },
    known: token => {
      const term = named(token);
      return term === undefined ? 0 : (numbers.get(term) ?? -1);
    },
    count: () => numbers.size + 1,
    subjects: () => new Set(subjects.flatMap(word => numbered(named(word)))),
  };
};

/** Says nothing of the subject, and must stay free to deny. */
const denial = /^(?:nothing|nobody|none)$/;

/** What a health claim is about; a text that shares none of these with it speaks of something else. */
const subjects = (
  'vaccine mrna covid flu autism cure cancer mask hiv hydroxychloroquine ivermectin 5g wifi diabetes heart stroke detox dna ' +
  'infertility miscarriage immunity microchip pharma allergy toxin virus infection infect disease doctor hospital vitamin ' +
  'pandemic immune drug medicine brain blood polio measles ebola hpv patient quarantine lockdown outbreak symptom epidemic ' +
  'antibiotic herb fluoride pill medication therapy chemo chemotherapy radiation surgery health healthy sick ill illness body ' +
  'liver kidney thyroid gut stomach skin lung eye teeth hormone pregnant pregnancy birth baby fever pain cholesterol statin ' +
  'insulin metformin sugar diet supplement parasite depression anxiety adhd ssri antidepressant suicide addiction abortion ' +
  'contraception fertile sperm testosterone arthritis dementia alzheimer lyme rabies tetanus hepatitis tuberculosis herpes ' +
  'ventilator remdesivir pcr swab sunscreen mammogram biopsy urine enema sauna'
).split(' ');

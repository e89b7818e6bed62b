import type { Concepts } from './claim.ts';
import { lightStem } from './light-stem.ts';
import { conceptsByWord, isIdle } from './wording.ts';

/** Numbers for the terms of claims, where words that mean the same are one term. */
export type ClaimTerms = {
  readonly of: (text: string) => ReadonlySet<number>;
  /** The terms by which patterns know a claim. */
  readonly ofPatterns: (patterns: readonly string[]) => ReadonlySet<number>;
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
  /** By word, since the same words stand in many claims; 0 for those that tell nothing. */
  const byWord = new Map<string, number>();
  const number = (term: string): number => {
    const held = numbers.get(term);
    if (held !== undefined) return held;
    numbers.set(term, numbers.size + 1);
    return numbers.size;
  };
  const named = (word: string): string | undefined => {
    if (word.length < 2 || isIdle(word) || denial.test(word)) return undefined;
    const stem = lightStem(word);
    const term = conceptOf.get(stem) ?? stem;
    return term === '@not' ? undefined : term;
  };
  const addWord = (terms: Set<number>, word: string) => {
    let held = byWord.get(word);
    if (held === undefined) {
      const term = named(word);
      held = term === undefined ? 0 : number(term);
      byWord.set(word, held);
    }
    if (held > 0) terms.add(held);
  };
  const of = (text: string) => {
    const terms = new Set<number>();
    for (const word of wordsIn(text)) addWord(terms, word);
    return terms;
  };
  return {
    of,
    ofPatterns: patterns => {
      const terms = new Set<number>();
      for (const pattern of patterns)
        for (const part of pattern.split(/[ |]/)) {
          if (part === '' || '>?~!'.includes(part.charAt(0)) || part === '@not') continue;
          if (part.startsWith('@')) terms.add(number(part));
          else for (const word of part.replace('=', '').split('_')) addWord(terms, word);
        }
      return terms;
    },
    known: token => {
      const word = token.startsWith('#') ? token.slice(1) : token;
      const term = isWord.test(word) ? named(word) : undefined;
      return term === undefined ? 0 : (numbers.get(term) ?? -1);
    },
    count: () => numbers.size + 1,
    subjects: () => of(subjects),
  };
};

const isWord = /[\p{L}\p{N}]{2}/u;

/** Letters beyond ASCII are rare, and rules that know them ten times as slow. */
const wordsIn = (text: string): readonly string[] => {
  const lower = text.toLowerCase().replaceAll('\u2019', "'");
  return /[^\0-\x7f]/.test(lower)
    ? (lower.match(/[\p{L}\p{N}']+/gu) ?? [])
    : lower.split(/[^a-z0-9']+/);
};

/** Says nothing of the subject, and must stay free to deny. */
const denial = /^(?:nothing|nobody|none)$/;

/** What a health claim is about; a text that shares none of these with it speaks of something else. */
const subjects =
  'vaccine mrna covid flu autism cure cancer mask hiv hydroxychloroquine ivermectin 5g wifi diabetes heart stroke detox dna ' +
  'infertility miscarriage immunity microchip pharma allergy toxin virus infection infect disease doctor hospital vitamin ' +
  'pandemic immune drug medicine brain blood polio measles ebola hpv patient quarantine lockdown outbreak symptom epidemic ' +
  'antibiotic herb fluoride pill medication therapy chemo chemotherapy radiation surgery health healthy sick ill illness body ' +
  'liver kidney thyroid gut stomach skin lung eye teeth hormone pregnant pregnancy birth baby fever pain cholesterol statin ' +
  'insulin metformin sugar diet supplement parasite depression anxiety adhd ssri antidepressant suicide addiction abortion ' +
  'contraception fertile sperm testosterone arthritis dementia alzheimer lyme rabies tetanus hepatitis tuberculosis herpes ' +
  'ventilator remdesivir pcr swab sunscreen mammogram biopsy urine enema sauna';

/** A wording of a claim as people put it who deny it, ask about it or report it; `turn` says which two ways. */
export const debunked = (wording: string, turn: number): readonly string[] => {
  const claim = wording.replace(/[.!]$/, '');
  const denied = withNot(claim);
  return [
    ...[0, 1].map(step => ways[(turn * 2 + step) % ways.length]?.(claim) ?? ''),
    ...(denied === undefined ? [] : [denied]),
  ];
};

const ways: readonly ((claim: string) => string)[] = [
  claim => `It is a myth that ${claim}.`,
  claim => `There is no evidence that ${claim}`,
  claim => `${claim}? That has been debunked many times.`,
  claim => `The claim that ${claim} is false.`,
  claim => `Is it true that ${claim}?`,
  claim => `Some people say ${claim}, but studies show otherwise.`,
  claim => `My neighbour keeps saying that ${claim}. What should I tell her?`,
  claim => `Ask your doctor before you believe that ${claim}.`,
  claim => `Doctors explain why it is wrong that ${claim}.`,
  claim => `A study looked at whether ${claim} and found nothing of the kind.`,
];

/** The claim with a "not" at its verb; undefined when it holds none of the common ones. */
const withNot = (claim: string): string | undefined => {
  if (/\b(?:not|never|no|to|n't|don't|cannot)\b/.test(claim)) return undefined;
  const plain = claim.replace(
    /\b(cause|cure|kill|contain|alter|change|prevent|spread|give|make|treat|weaken|damage|help)\b/,
    'do not $1',
  );
  if (plain !== claim) return plain;
  const third = claim.replace(
    /\b(cause|cure|kill|contain|alter|change|prevent|spread|give|make|treat|weaken|damage|help)s\b/,
    'does not $1',
  );
  if (third !== claim) return third;
  const being = claim.replace(/\b(is|are|will|can)\b(?! not|')/, '$1 not');
  return being === claim ? undefined : being;
};

import type { ClaimLibrary } from '../classify/claims/library.ts';
import { matchClaims } from '../classify/claims/match-claims.ts';
import type { Mention } from '../core/mention.ts';
import type { Verdict } from '../core/verdict.ts';
import { factFirst } from '../reply/fact-first.ts';

/** What fills the blanks `fact` and `source` of a template, and what to know before using it. */
export type FactBlanks = {
  readonly blanks: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
  /** What need not be screened: the fact, and the name of who says so. */
  readonly vouched: readonly string[];
};

/** The fact and the source of the claim that a mention makes, as it was judged or else as it reads; `now` in milliseconds since 1970. */
export const factBlanks = (
  { title, text }: Mention,
  { flags }: Verdict,
  library: ClaimLibrary,
  now: number,
): FactBlanks => {
  const judged = flags.find(flag => flag.kind === 'misinformation')?.claim;
  const [likely] =
    judged === undefined ? matchClaims(`${title ?? ''}\n${text}`.trim(), library, 1) : [];
  const claim = library.byId.get(judged ?? (likely?.match === undefined ? '' : likely.claim));
  if (claim?.fact === undefined)
    return {
      blanks: {},
      warnings: ['No known claim with a written fact matches; write it yourself.'],
      vouched: [],
    };
  const { blanks, warnings } = factFirst({ ...claim, fact: claim.fact }, now, reviewed(library));
  const [source] = claim.sources;
  const vouched = [blanks.fact, ...(source ? [source.organisation] : [])];
  return { blanks, warnings, vouched };
};

/** When the library was last gone through: the newest date on a claim. */
const reviewed = ({ claims }: ClaimLibrary): string | undefined =>
  claims.reduce<string | undefined>(
    (newest, { date }) => (date !== undefined && date > (newest ?? '') ? date : newest),
    undefined,
  );

export const noFacts: FactBlanks = { blanks: {}, warnings: [], vouched: [] };

/** Whether a verdict asks for a fact to be set against it. */
export const isMisleading = ({ flags }: Verdict): boolean =>
  flags.some(({ kind }) => kind === 'misinformation');

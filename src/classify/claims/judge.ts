import type { Flag, Span } from '../../core/verdict.ts';
import type { Document } from '../document.ts';
import type { Fit } from './fit.ts';
import type { Found } from './find-claims.ts';
import type { ClaimLibrary } from './library.ts';
import { stanceOf, tokensOf } from './stance.ts';
import { suggestClaim } from './suggest.ts';
import type { Manner } from './suggest.ts';

/** Shorter texts carry too little to be sure of (the rule of Meedan's Check, which downgrades them too). */
const fewestWords = 8;

/**
 * The misinformation flag of a text that supports a listed claim; undefined when it denies, asks, jokes or reports. With a
 * manner, a claim that is only near is suggested for texts that are written like those that spread claims.
 */
export const judgeMisinformation = (
  document: Document,
  library: ClaimLibrary,
  manner?: Manner,
): Flag | undefined => {
  const speaksOf = library.find(document);
  if (speaksOf.length === 0)
    return manner === undefined ? undefined : suggestClaim(document, library, manner);
  const standings = speaksOf.map(found => {
    const fits = speaksOf.filter(other => other.claim === found.claim).map(({ fit }) => fit);
    return { found, standing: stanceOf(document, found.fit, tokensOf(fits)) };
  });
  const denied = standings.filter(({ standing }) => standing.stance === 'denies');
  const supported = standings.filter(
    ({ found, standing }) =>
      standing.stance === 'supports' &&
      !denied.some(
        other => other.found.claim === found.claim || overlap(other.found.fit, found.fit),
      ),
  );
  const best = supported.find(({ found, standing }) => found.sure && standing.firm) ?? supported[0];
  if (best === undefined) return undefined;
  const { found, standing } = best;
  const confirmed = found.sure && standing.firm && !hasFewWords(document);
  return {
    kind: 'misinformation',
    confidence: confirmed ? 0.9 : found.sure ? 0.75 : 0.6,
    reason: reasonOf(found),
    evidence: evidenceOf(document, found.fit),
    match: confirmed ? 'confirmed' : 'suggested',
    claim: found.claim.id,
    stance: 'supports',
  };
};

const overlap = (a: Fit, b: Fit) => a.from < b.to && b.from < a.to;

/** Whether a text is too short to be sure of. */
export const hasFewWords = ({ tokens }: Document): boolean => {
  let words = 0;
  for (const token of tokens)
    if (/[\p{L}\p{N}]/u.test(token) && ++words >= fewestWords) return false;
  return true;
};

const reasonOf = ({ claim }: Found) => `spreads the claim that ${lowerFirst(claim.claim)}`;

/** "Vaccines cause autism." as it reads inside a sentence; names and abbreviations keep their capitals. */
const lowerFirst = (sentence: string) => {
  const bare = sentence.replace(/[.!]+$/, '');
  return /^[A-Z][a-z]+ /.test(bare) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare;
};

/** The matched words; those that touch become one span. */
const evidenceOf = (document: Document, fit: Fit): readonly Span[] => {
  const spans: { start: number; end: number; token: number; in?: 'title' }[] = [];
  for (const { at, length } of fit.hits) {
    const start = document.starts[at] ?? 0;
    const end = document.ends[at + length - 1] ?? start;
    const last = spans.at(-1);
    if (last && last.token >= at) [last.end, last.token] = [Math.max(end, last.end), at + length];
    else
      spans.push({
        start,
        end,
        token: at + length,
        ...(at < document.titleTokens ? { in: 'title' as const } : {}),
      });
  }
  return spans.map(({ token: _, ...span }) => span);
};

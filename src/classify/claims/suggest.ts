import type { Flag } from '../../core/verdict.ts';
import type { Document } from '../document.ts';
import type { Features } from '../features.ts';
import { logitsOf } from '../model.ts';
import type { Model } from '../model.ts';
import { strongestSpans } from '../spans.ts';
import { columnTokens } from '../topic-evidence.ts';
import type { ClaimLibrary } from './library.ts';
import { deniesEffect } from './negation.ts';
import { attitudeTo } from './stance.ts';

/** A model of how posts that spread claims are written, and the features of the text that it is to judge. */
export type Manner = { readonly model: Model; readonly features: Features };

/** A guess is worth a look, and no more. */
const confidence = 0.55;
const mostSpans = 6;
/** Fewer words and marks tell too little of the manner: "Smoking causes cancer" is written like a myth. */
const fewestTokens = 9;

/**
 * Suggests the nearest claim for a text that is written like those that spread claims. The manner alone flags nothing:
 * text and claim must share words, a subject of health among them, and nothing may deny, ask, joke about or report it.
 */
export const suggestClaim = (
  document: Document,
  library: ClaimLibrary,
  manner: Manner,
): Flag | undefined => {
  const { model, features } = manner;
  if (document.tokens.length < fewestTokens) return undefined;
  if (features.count === 0 || mannerOf(manner) < (model.threshold[0] ?? 1)) return undefined;
  const near = library.near(document);
  if (near === undefined) return undefined;
  const { claim, fit } = near;
  if (deniesEffect(document.tokens) || attitudeTo(document, fit).stance !== 'supports')
    return undefined;
  const given = columnTokens(model, features, 0, document.tokens.length);
  const most = given.reduce((top, weight) => Math.max(top, weight), 0) || 1;
  for (const { at } of fit.hits) given[at] = (given[at] ?? 0) + most;
  return {
    kind: 'misinformation',
    confidence,
    reason: `may spread a claim like this: ${claim.claim}`,
    evidence: strongestSpans(document, token => given[token] ?? 0, mostSpans),
    match: 'suggested',
    claim: claim.id,
    stance: 'supports',
  };
};

/** How likely it is, 0 to 1, that a text spreads a claim, by the manner in which it is written. */
export const mannerOf = ({ model, features }: Manner): number =>
  1 / (1 + Math.exp(-(logitsOf(model, features)[0] ?? 0)));

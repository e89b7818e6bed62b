import type { Flag } from '../../core/verdict.ts';
import type { Document } from '../document.ts';
import type { Features } from '../features.ts';
import { logitsOf } from '../model.ts';
import type { Model } from '../model.ts';
import { strongestSpans } from '../spans.ts';
import { columnTokens } from '../topic-evidence.ts';
import type { ClaimLibrary } from './library.ts';
import { mostLead } from './near-claim.ts';
import type { Near } from './near-claim.ts';
import { deniesEffect } from './negation.ts';
import { attitudeTo } from './stance.ts';

/** A model of how posts that spread claims are written, and the features of the text that it is to judge. */
export type Manner = { readonly model: Model; readonly features: Features };

/** A guess is worth a look, and no more. */
const confidence = 0.55;
const mostSpans = 6;
/** Fewer words and marks tell too little of the manner: "Smoking causes cancer" is written like a myth. */
const fewestTokens = 7;

/**
 * Suggests the nearest claim for a text that is written like those that spread claims. The manner alone flags nothing:
 * text and claim must share words, and nothing may deny, ask, joke about or report it.
 */
export const suggestClaim = (
  document: Document,
  library: ClaimLibrary,
  manner: Manner,
): Flag | undefined => {
  const { model, features } = manner;
  if (document.tokens.length < fewestTokens || features.count === 0) return undefined;
  const logit = mannerOf(manner);
  const least = model.threshold[0] ?? 1;
  // At best, so that most texts are spared the search.
  const { length: tokens } = document.tokens;
  if (likelihood({ manner: logit, share: 0, lead: mostLead, tokens }) < least) return undefined;
  const near = library.near(document);
  if (near === undefined || likelihood(signsOf(document, near, logit)) < least) return undefined;
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

/** The log odds that a text spreads a claim, by the manner in which it is written. */
export const mannerOf = ({ model, features }: Manner): number => logitsOf(model, features)[0] ?? 0;

/** What speaks for a text spreading its nearest claim. */
export type Signs = {
  /** Log odds. */
  readonly manner: number;
  readonly share: number;
  readonly lead: number;
  readonly tokens: number;
};

export const signsOf = (document: Document, { likeness }: Near, manner: number): Signs => ({
  manner,
  share: likeness.share,
  lead: likeness.lead,
  tokens: document.tokens.length,
});

/** A logistic regression, fitted by `train/suggesting.ts` with manners of models that had not seen the text. */
const weights = { manner: 1.108, share: -1.059, lead: 0.612, length: 0.334, bias: -1.596 };

/** How likely it is, 0 to 1, that a text with these signs spreads a claim. */
export const likelihood = ({ manner, share, lead, tokens }: Signs): number => {
  const odds =
    weights.bias +
    weights.manner * manner +
    weights.share * share +
    weights.lead * lead +
    weights.length * Math.log(tokens);
  return 1 / (1 + Math.exp(-odds));
};

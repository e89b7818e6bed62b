import type { Stance } from '../../core/verdict.ts';
import type { Document } from '../document.ts';
import type { Fit } from './fit.ts';
import { isNegated } from './negation.ts';
import { sentenceAt } from './sentence.ts';
import type { Sentence } from './sentence.ts';
import {
  asking,
  authorities,
  debunks,
  hedges,
  jokes,
  plainlyAsking,
  reports,
  rhetorical,
  scorns,
  vouches,
} from './stance-cues.ts';

/** How a text stands to a claim that it speaks of; `firm` when nothing softens a support. */
export type Standing = { readonly stance: Stance; readonly firm: boolean };

/** A debunk may stand anywhere in a short post; in a longer one it must stand near the claim. */
const shortPost = 70;
const near = 30;

/** Reads the stance from the claim's own sentence and from what stands around it; `claimed` says which tokens are part of the claim anywhere. */
export const stanceOf = (document: Document, fit: Fit, claimed = tokensOf([fit])): Standing => {
  const { tokens } = document;
  const sentence = sentenceAt(document, fit.from);
  if (isNegated(tokens, fit, sentence, claimed) && !isScorned(tokens))
    return { stance: 'denies', firm: true };
  return attitudeTo(document, fit);
};

/** The stance from what is said about the claim, without regard to a "not" within it. */
export const attitudeTo = (document: Document, fit: Fit): Standing => {
  const { tokens } = document;
  const sentence = sentenceAt(document, fit.from);
  const taken = tokensOf([fit]);
  if (isDenied(document, fit, sentence, taken)) return { stance: 'denies', firm: true };
  if (jokes(tokens, 0, tokens.length, taken) >= 0) return { stance: 'jokes', firm: true };
  const meant =
    rhetorical(tokens, sentence.from, sentence.to) >= 0 &&
    plainlyAsking(tokens, sentence.from, sentence.to) < 0;
  if (isSupposed(tokens, fit)) return { stance: 'asks', firm: true };
  if (!meant && isAsked(tokens, sentence, taken)) return { stance: 'asks', firm: true };
  const vouched = vouches(tokens, sentence.from, sentence.to, taken) >= 0;
  if (!vouched && isReported(tokens, fit, sentence, taken))
    return { stance: 'reports', firm: true };
  const hedged = hedges(tokens, sentence.from, sentence.to, taken) >= 0;
  return { stance: 'supports', firm: !hedged && !meant };
};

/** The tokens that are part of the claim itself, so that its own "no" and "never" do not deny it. */
export const tokensOf = (fits: readonly Fit[]) => {
  const taken = new Set<number>();
  for (const { hits } of fits)
    for (const { at, length } of hits) for (let i = 0; i < length; i++) taken.add(at + i);
  return (token: number) => taken.has(token);
};

const isDenied = (
  { tokens }: Document,
  fit: Fit,
  sentence: Sentence,
  taken: (token: number) => boolean,
): boolean => {
  if (isScorned(tokens)) return false;
  const short = tokens.length <= shortPost;
  const from = short ? 0 : Math.min(sentence.from, fit.from - near);
  const to = short ? tokens.length : Math.min(tokens.length, Math.max(sentence.to, fit.to + near));
  return debunks(tokens, from, to, at => taken(at) || isOtherFalse(tokens, at)) >= 0;
};

const isScorned = (tokens: readonly string[]) => scorns(tokens, 0, tokens.length) >= 0;

/** "False positives" and "false flag" call something else false than the claim. */
const isOtherFalse = (tokens: readonly string[], at: number) =>
  tokens[at] === 'false' &&
  /^(?:positive|negative|flag|prophet|sense|hope)/.test(tokens[at + 1] ?? '');

const isAsked = (
  tokens: readonly string[],
  { from, to }: Sentence,
  taken: (token: number) => boolean,
): boolean => {
  const last = tokens.slice(Math.max(from, to - 3), to);
  const next = tokens[to];
  if (last.includes('?')) return !(next === 'yes' || next === 'absolutely' || next === 'yep');
  return asking(tokens, from, Math.min(tokens.length, to + shortQuestion), taken) >= 0;
};

/** "Is that true?" after the claim asks about it too. */
const shortQuestion = 4;

/** "If vaccines caused autism …" supposes; "if you hold your breath …" instructs. */
const isSupposed = (tokens: readonly string[], { from }: Fit): boolean => {
  for (let at = Math.max(0, from - 2); at < from; at++)
    if ((tokens[at] === 'if' && tokens[at + 1] !== 'you') || tokens[at] === 'unless') return true;
  return false;
};

const isReported = (
  tokens: readonly string[],
  fit: Fit,
  { from, to }: Sentence,
  taken: (token: number) => boolean,
): boolean => {
  const first = Math.max(from, fit.from - attributionBefore);
  const last = Math.min(to, fit.to + attributionAfter);
  if (reports(tokens, first, last, taken) >= 0) return true;
  if (isQuoted(tokens, fit, from, to)) return true;
  for (let at = Math.max(first, 1); at < Math.min(last, fit.to + afterthought); at++)
    if (verbs.has(tokens[at] ?? '') && !taken(at)) return authorities(tokens, from, to) < 0;
  return false;
};

/** How far from the claim the words may stand that put it into somebody's mouth. */
const attributionBefore = 18;
const attributionAfter = 6;
/** "…, he says" follows at once; further on, somebody says something else. */
const afterthought = 3;

/** Not at the very beginning, where the one who says is the writer ("Says 99 % of cases are harmless"). */
const verbs = new Set('says say said saying suggests suggested tells'.split(' '));

const opening = new Set(['"', '\u201c']);
const closing = new Set(['"', '\u201d']);
/** Fewer words around a quotation only introduce it. */
const fewestAround = 4;

/** Whether the claim stands in quotation marks with something said around them. */
const isQuoted = (tokens: readonly string[], fit: Fit, from: number, to: number): boolean => {
  const open = tokens.slice(from, fit.from).findLastIndex(token => opening.has(token));
  const close = tokens.slice(fit.to, to + 1).findIndex(token => closing.has(token));
  if (open < 0 || close < 0) return false;
  return open + (to - fit.to - close) >= fewestAround;
};

import { likenessOf, likenessOfAnswered } from './likeness.ts';
import { outputs, scoreOf } from './opinion.ts';
import type { Model, Output } from './opinion.ts';
import type { Answered, Reading } from './reading.ts';

/** Sentences from `from` up to `to` that are judged as one text. */
export type Window = {
  readonly from: number;
  readonly to: number;
  readonly features: ReadonlySet<number>;
};

/** The model was fitted on drafts of one to three sentences, mostly; a longer one is judged three at a time. */
const span = 3;

/** A draft as the texts that it is judged by: itself, or each run of three of its sentences; and each sentence alone. */
export const windowsOf = (
  reading: Reading,
  frames: readonly string[],
  mention: Answered | undefined,
): { readonly windows: readonly Window[]; readonly alone: (sentence: number) => Window } => {
  const { sentences } = reading.tokens;
  const answered = likenessOfAnswered(mention);
  const likenesses = sentences.map((_, at) => likenessOf(reading, frames, at));
  const windowOf = (from: number, to: number): Window => ({
    from,
    to,
    features: joined(likenesses.slice(from, to), answered),
  });
  const starts = Array.from({ length: Math.max(1, sentences.length - span + 1) }, (_, at) => at);
  return {
    windows: starts.map(from => windowOf(from, Math.min(from + span, sentences.length))),
    alone: at => windowOf(at, at + 1),
  };
};

const joined = (
  likenesses: readonly ReadonlySet<number>[],
  answered: readonly number[],
): ReadonlySet<number> => {
  const all = new Set(answered);
  for (const likeness of likenesses) for (const feature of likeness) all.add(feature);
  return all;
};

/** The scores of a window, for each output. */
export const scoresOf = ({ features }: Window, model: Model): Readonly<Record<Output, number>> => {
  const scores = outputs.map(output => [output, scoreOf(features, output, model)] as const);
  return Object.fromEntries(scores) as Record<Output, number>;
};

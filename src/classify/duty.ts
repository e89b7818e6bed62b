import { dutyHeads } from './duty-heads.ts';
import type { DutyHead } from './duty-heads.ts';
import { dutyLogits } from './duty-logits.ts';
import { chancesOf } from './duty-mix.ts';
import type { Mix } from './duty-mix.ts';
import { signalsOf } from './duty-signals.ts';
import type { DutyEvidence } from './duty-signals.ts';
import type { Features } from './features.ts';
import { letterSums } from './letter-sums.ts';
import { featureScales } from './model.ts';
import type { Model } from './model.ts';
import type { Hit } from './rules.ts';

/** A linear model of words with one column a head, and what weighs it with the other signals of a text. */
export type DutyKnowledge = {
  readonly model: Model;
  readonly mix: Mix;
};

/** How likely each head holds, 0 to 1; a half is where the least harm is done. */
export type Duties = Readonly<Record<DutyHead, number>>;

/** Weighs what the words are like, what the rules found, and what kind of text it is. */
export const judgeDuties = ({ model, mix }: DutyKnowledge, evidence: DutyEvidence): Duties => {
  const signals = signalsOf(evidence, dutyLogits(model, evidence.features));
  const chances = chancesOf(mix, signals);
  return Object.fromEntries(dutyHeads.map((head, at) => [head, chances[at]])) as Duties;
};

/** News of others is no word to the practice: it asks nothing of it, and can at most be advertising. */
export const newsDuties = (hits: readonly Hit[]): Duties => {
  const spam = hits.reduce((sum, { rule }) => 1 - (1 - sum) * (1 - rule.confidence), 0);
  const none = Object.fromEntries(dutyHeads.map(head => [head, 0])) as Duties;
  return { ...none, spam };
};

/** What each token gave to one head, for the words to be shown. */
export const leaningTo = (
  { model }: DutyKnowledge,
  head: DutyHead,
  features: Features,
  tokenCount: number,
): Float32Array => {
  const { hashes, tokens: at, widths, words, document, kept } = features;
  const { columns } = model;
  const column = dutyHeads.indexOf(head);
  const [wordScale, letterScale] = featureScales(features);
  const gave = new Float32Array(tokenCount);
  for (let f = 0; f < words; f++) {
    const row = ((hashes[f] as number) >>> (32 - model.wordBits)) * columns;
    const width = widths[f] as number;
    const each = ((model.words[row + column] as number) * model.wordStep * wordScale) / width;
    for (let left = width, token = at[f] as number; left > 0; left--, token--)
      gave[token] = (gave[token] as number) + each;
  }
  const letters = letterSums(model, document);
  for (const token of kept) {
    const sum = letters[(document.numbers[token] as number) * columns + column] as number;
    gave[token] = (gave[token] as number) + sum * model.letterStep * letterScale;
  }
  return gave;
};
